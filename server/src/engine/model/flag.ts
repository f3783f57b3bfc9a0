const yes = /^(?:true|yes|on|是|有|1)$/i;
const no = /^(?:false|no|off|否|无|0)$/i;

/** A yes or no as writers put it; `undefined` for anything else. */
export const flagOf = (text: string | undefined): boolean | undefined =>
  text === undefined ? undefined : yes.test(text) ? true : no.test(text) ? false : undefined;
