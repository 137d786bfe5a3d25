const lineWidth = 120;

/** Indented JSON with short lists on one line, as the project's formatter would leave it. */
export function toReadableJson(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  const short = text.replace(
    /^( *)("[^"]+": )\[\n([^[\]{}]*?)\n *\](,?)$/gm,
    (whole, indent: string, name: string, items: string, comma: string) => {
      const line = `${indent}${name}[${items.trim().replaceAll(/,\n */g, ', ')}]${comma}`;
      return line.length <= lineWidth ? line : whole;
    },
  );
  return `${short}\n`;
}
