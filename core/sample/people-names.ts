export type NamePool = { readonly first: readonly string[]; readonly last: readonly string[] };

const words = (text: string): readonly string[] => text.split(' ');

/** Common given names and family names; any likeness of a pair to a living person is chance. */
export const namePools: Readonly<Record<string, NamePool>> = {
  en: {
    first: words(
      'Amelia Grace Holly Imogen Jasmine Kayla Latoya Morgan Naomi Olive Priya Rachel Sienna Tamsin Wendy Aaron Callum Darnell Elliot Femi Graham Harvey Idris Jamal Kenneth Leroy Marcus Nigel Owen Patrick Quentin Rohan Stuart Trevor Vikram',
    ),
    last: words(
      "Abernathy Blackwood Carmody Dunmore Eastwick Fairweather Garside Hollowell Ingleby Jessop Kirkbride Lockhart Mossman Nettleton Okafor Pemberton Quigley Ravenhill Stoddart Thackeray Underhill Venables Whitlock Yardley Adeyemi Bhandari Chaudhry Delacroix Espinoza Fitzwilliam O'Hanlon MacAllan Ng Osei-Bonsu",
    ),
  },
  de: {
    first: words(
      'Annika Birgit Cornelia Dörte Elke Friederike Gudrun Heike Ilona Jutta Käthe Lieselotte Achim Bernd Detlef Eckhard Florian Günter Hartmut Ingo Jürgen Karsten Lutz Matthias Norbert Rüdiger Sören Torsten Uwe Yasemin',
    ),
    last: words(
      'Achterberg Brühl Cordes Dörfler Ehlert Freudenberg Göbel Hölscher Immenroth Jäger Köhnke Lüdemann Möllenkamp Nießen Oberländer Pöhlmann Quandt-Lenz Rößler Süßmilch Tönnies Überreuter Vöhringer Wüstefeld Yilmaz Zöllner',
    ),
  },
  fr: {
    first: words(
      'Amélie Bérénice Chloé Delphine Élodie Françoise Gaëlle Hélène Inès Joséphine Aurélien Benoît Cédric Didier Étienne Frédéric Gaël Hervé Jérôme Loïc Maël Noël Rémi Stéphane Thibault Yann',
    ),
    last: words(
      "Aubertin Beauchêne Chastaing D'Aumont Estève Fauré Guérin Hébrard Jolivet Kervella Lefèvre Maréchal Nivôse Ollivier Pélissier Quémener Rivoire Sénéchal Trébuchet Vaudémont",
    ),
  },
  es: {
    first: words(
      'Ángela Begoña Concepción Elvira Graciela Inmaculada Itziar Lucía Marisol Noelia Álvaro Bernardo César Fermín Gonzalo Héctor Iñaki Joaquín Íñigo Nicolás Ramón Tomás',
    ),
    last: words(
      'Aguirrezabala Bañuelos Cárdenas Domínguez Echeverría Fuentealba Gálvez Hinojosa Ibáñez Jáuregui Lozoya Muñiz Núñez Ordóñez Peñalver Quiñones Rebolledo Sáenz Urrutia Zúñiga',
    ),
  },
  pt: {
    first: words(
      'Assunção Beatriz Conceição Dulce Fátima Inês Lurdes Mafalda André Caetano Dinis Estêvão Gonçalo João Luís Sebastião Tomé Vítor',
    ),
    last: words(
      'Antunes Brandão Calçada Damião Esteves Falcão Guimarães Lourenço Magalhães Noronha Patrício Quintão Rebelo Serrão Trindade Vilaça',
    ),
  },
  nl: {
    first: words(
      'Anouk Femke Griet Hanneke Ilse Jolijn Liesbeth Marijke Noortje Wietske Bram Daan Floris Gijs Joost Koen Maarten Pieter Sjoerd Teun Wouter',
    ),
    last: [
      'van der Berg-Smeets',
      'Brouwershaven',
      'de Clerck',
      'van Duin',
      'Eikelboom',
      'ten Hove',
      'IJsselstein',
      'de Jonghe',
      'van Kesteren',
      'Meeuwisse',
      "van 't Oever",
      'Roelofsen',
      'Stuyvaert',
      'Veldhuizen',
      'Wolthuis',
    ],
  },
  pl: {
    first: words(
      'Agnieszka Bożena Danuta Elżbieta Grażyna Halina Jolanta Małgorzata Róża Żaneta Bartłomiej Czesław Grzegorz Józef Łukasz Michał Paweł Przemysław Radosław Sławomir Zbigniew',
    ),
    last: words(
      'Bąkowska Ćwikliński Dąbrowiecki Gołębiewska Jaźwiński Kołodziejczak Łapiński Mączyński Niedźwiecka Ożóg Pszczółkowska Różański Świątek-Wrona Trzciński Wójtowicz Źrebiec Żółtowska',
    ),
  },
  ja: {
    first: [
      '健一|Kenichi',
      '美咲|Misaki',
      '大輔|Daisuke',
      '由美子|Yumiko',
      '翔太|Shota',
      '直樹|Naoki',
      '恵|Megumi',
      '亮|Ryo',
    ],
    last: [
      '青柳|Aoyagi',
      '星野|Hoshino',
      '高森|Takamori',
      '清澤|Kiyosawa',
      '水無月|Minazuki',
      '篠原|Shinohara',
      '倉橋|Kurahashi',
      '森下|Morishita',
    ],
  },
};
