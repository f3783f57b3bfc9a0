import type { Session } from './session.ts';

/** The pages beside the text: waits for features/preview.ts. */
export function registerPreview(_session: Session): void {}
