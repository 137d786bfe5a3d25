/** The versions of the developer platform that a project of ours may name, oldest first. */
export const platformVersions = ['2025.2', '2026.03', '2026.09'] as const;

export type PlatformVersion = (typeof platformVersions)[number];

export function isPlatformVersion(text: unknown): text is PlatformVersion {
  return (platformVersions as readonly unknown[]).includes(text);
}

/** Those that both editions are built for: functions came with the first. */
export const buildableVersions = ['2026.03', '2026.09'] as const satisfies readonly PlatformVersion[];

/** Whether what came with `least` is there. isAtLeast('2026.03', '2026.09') → false. */
export function isAtLeast(version: PlatformVersion, least: PlatformVersion): boolean {
  return platformVersions.indexOf(version) >= platformVersions.indexOf(least);
}
