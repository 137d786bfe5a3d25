import type { Template } from './template.ts';

/** Real enquiries in the buyer's own language. */
export const messagesByLanguage: Readonly<Record<string, readonly Template[]>> = {
  de: [
    [
      'Anfrage Einsatzplanung',
      'Guten Tag,\nwir planen derzeit {team} Mitarbeitende im Außendienst mit {tool} und stoßen an Grenzen. Könnten Sie uns {product} in einer kurzen Vorführung zeigen? Ideal wäre ein Termin in den nächsten zwei Wochen.\nMit freundlichen Grüßen\n{first} {last}',
    ],
    [
      '',
      'Wir suchen eine Lösung für die Schichtplanung an drei Standorten. Wichtig sind uns Datenhaltung in der EU und eine Schnittstelle zur Lohnabrechnung. Was kostet das bei {team} Nutzern?',
    ],
    [
      'Angebot erbeten',
      'Sehr geehrte Damen und Herren, bitte übersenden Sie uns ein unverbindliches Angebot für {team} Lizenzen {product} samt Einführung. Die Entscheidung fällt noch in diesem Quartal durch Geschäftsführung und Betriebsrat.',
    ],
    [
      '',
      'Hallo, unsere Disponentin geht in Rente und keiner versteht ihre Excel-Tabelle. Können Sie helfen? Wir sind {employees} Leute in {city}. Gerne telefonisch, am besten vormittags.',
    ],
    [
      '',
      'Läuft {product} auch ohne Netz? Unsere Monteure sind oft im Keller. Falls ja, hätten wir gerne einen Testzugang für größere Teams.',
    ],
  ],
  fr: [
    [
      'Demande de démonstration',
      "Bonjour,\nNous gérons {team} techniciens depuis {city} et notre outil actuel ({tool}) ne suit plus. Serait-il possible d'organiser une démonstration de {product} avec notre directeur des opérations ?\nCordialement,\n{first} {last}",
    ],
    [
      '',
      "Nous cherchons une solution de planification pour remplacer {tool} d'ici la fin du trimestre. Merci de m'indiquer vos tarifs pour {team} utilisateurs et si les données sont hébergées en Europe.",
    ],
    [
      '',
      'Bonjour, une question : est-ce que les équipes peuvent échanger leurs créneaux elles-mêmes ? Si oui, on est très intéressés. Société de {employees} salariés.',
    ],
    [
      'Devis',
      "Pourriez-vous m'adresser un devis pour {product}, environ {team} licences, formation incluse ? Le budget a déjà été validé par la direction générale.",
    ],
  ],
  es: [
    [
      'Solicitud de demo',
      'Buenos días:\nSomos una empresa de {employees} empleados en {city} y queremos digitalizar la planificación de {team} técnicos. ¿Podrían enseñarnos {product} la próxima semana?\nUn saludo,\n{first}',
    ],
    [
      '',
      '¿Cuánto cuesta {product} para unos {team} usuarios? Ahora mismo usamos {tool} y perdemos muchísimas horas en llamadas.',
    ],
    [
      '',
      'Hola, estoy comparando varias herramientas y la dirección decide a finales de mes. Necesito una propuesta por escrito y una referencia en España o Latinoamérica.',
    ],
    [
      'Urgente',
      'Necesitamos implantar un sistema de turnos antes del verano, por exigencia de la inspección de trabajo. Por favor, llámenme cuanto antes.',
    ],
  ],
  pt: [
    [
      'Pedido de proposta',
      'Bom dia,\nGostaríamos de receber uma proposta do {product} para {team} utilizadores. Atualmente usamos {tool} e a informação chega sempre atrasada às equipas.\nCom os melhores cumprimentos,\n{first} {last}',
    ],
    [
      '',
      'Olá! Vocês têm o aplicativo em português? Temos {team} técnicos na rua e precisamos de algo simples para organizar as ordens de serviço.',
    ],
    [
      '',
      'Procuramos uma solução de planeamento de turnos para a nossa operação em {city}. A decisão é minha e do diretor financeiro e queremos começar ainda este trimestre. É possível agendar uma demonstração?',
    ],
  ],
  nl: [
    [
      'Aanvraag demo',
      'Goedemiddag,\nWij plannen {team} monteurs in {tool} en dat loopt spaak. Graag zouden we {product} een keer in het echt zien. Kan dat volgende week, bij voorkeur op dinsdag?\nMet vriendelijke groet,\n{first} {last}',
    ],
    [
      '',
      'Wat kost {product} voor ongeveer {team} gebruikers, en is er een koppeling met ons salarispakket? We willen dit kwartaal een keuze maken.',
    ],
    [
      '',
      'Hoi, zijn jullie ook geschikt voor een bedrijf met {employees} mensen en veel oproepkrachten? Zo ja, dan graag een offerte én een proefaccount.',
    ],
  ],
  pl: [
    [
      'Zapytanie ofertowe',
      'Dzień dobry,\nproszę o ofertę na {product} dla {team} użytkowników. Obecnie korzystamy z {tool} i mamy problem z nakładającymi się zleceniami.\nPozdrawiam,\n{first} {last}',
    ],
    [
      '',
      'Szukamy systemu do planowania pracy serwisantów w terenie. Czy aplikacja działa w języku polskim i bez dostępu do internetu? Wdrożenie planujemy w tym kwartale.',
    ],
    [
      '',
      'Witam, firma z {city}, {employees} pracowników. Chcielibyśmy zobaczyć prezentację systemu – najlepiej online, w przyszłym tygodniu. Decyzję podejmuje prezes razem ze mną.',
    ],
  ],
  ja: [
    [
      '資料請求とデモのお願い',
      'お世話になっております。{company}の{last}と申します。現在{team}名の作業員の配置を表計算で管理しており、限界を感じております。{product}のデモをお願いできますでしょうか。',
    ],
    [
      '',
      '料金について教えてください。利用者は約{team}名、今期中の導入を検討しています。日本語でのサポートはありますか？',
    ],
    [
      'お見積りのご依頼',
      '貴社の{product}に関心があります。{city}の拠点で試験導入し、その後全国へ展開したいと考えています。お見積りとセキュリティに関する資料をお送りください。よろしくお願いいたします。',
    ],
    ['', '代理店ではなく直接契約は可能でしょうか。競合製品と比較中で、来月の会議で決定します。'],
  ],
};
