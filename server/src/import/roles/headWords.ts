/** Words by which the parts of a head are known. */
export const isUrgency = (words: string): boolean => /^(?:特急|加急|特提|平急|紧急|急件|急|urgent|immediate)/i.test(words);
export const isSecrecy = (words: string): boolean => /^(?:绝密|机密|秘密)(?:\s*[★☆].*)?$/.test(words);
export const isCopyNumber = (words: string): boolean => /^(?:份号[：:]?\s*)?\d{6}$/.test(words);
/** The mark of an organ: red, or large, with its suffix. */
export const markSuffix = /\s*(?:文\s*件|纪\s*要|公\s*报|令)$/;
