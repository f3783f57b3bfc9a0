import type { Session } from './session.ts';

/** Sections and new reports: waits for features/insertSection.ts. */
export function registerSections(_session: Session): void {}
