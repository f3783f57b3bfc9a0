import type { Connection } from 'vscode-languageserver';
import { type RuleSetting, ruleSettingNames, type ServerSettings } from '../protocol/settings.ts';

/** The settings of one resource with every default filled in. */
export interface Settings {
  readonly diagnostics: { readonly enabled: boolean; readonly hints: boolean; readonly limit: number };
  readonly completion: { readonly pinyin: boolean };
  /** Rules that the writer switched off, or gave another severity. */
  readonly rules: Readonly<Record<string, RuleSetting>>;
  readonly layout: { readonly preset: string };
  readonly outline: { readonly missingCounts: boolean };
  readonly sections: { readonly folders: readonly string[]; readonly renumberAfterInsert: boolean };
  readonly codeLens: { readonly enabled: boolean };
  readonly export: { readonly listMissingData: boolean };
}

export const defaultSettings: Settings = {
  diagnostics: { enabled: true, hints: true, limit: 1000 },
  completion: { pinyin: true },
  rules: {},
  layout: { preset: 'common' },
  outline: { missingCounts: true },
  sections: { folders: [], renumberAfterInsert: true },
  codeLens: { enabled: false },
  export: { listMissingData: true },
};

/** What a client sent, which may be anything at all, as settings. */
export function readSettings(sent: unknown): Settings {
  const {
    diagnostics,
    completion,
    rules,
    layout,
    outline,
    sections,
    codeLens,
    export: exported,
  } = (isObject(sent) ? sent : {}) as ServerSettings;
  const defaults = defaultSettings.diagnostics;
  const limit = diagnostics?.limit;
  return {
    diagnostics: {
      enabled: boolean(diagnostics?.enabled, defaults.enabled),
      hints: boolean(diagnostics?.hints, defaults.hints),
      limit: typeof limit === 'number' && limit >= 1 ? Math.floor(limit) : defaults.limit,
    },
    completion: { pinyin: boolean(completion?.pinyin, defaultSettings.completion.pinyin) },
    rules: ruleSettings(rules),
    layout: { preset: typeof layout?.preset === 'string' ? layout.preset : defaultSettings.layout.preset },
    outline: { missingCounts: boolean(outline?.missingCounts, defaultSettings.outline.missingCounts) },
    sections: {
      folders: texts(sections?.folders),
      renumberAfterInsert: boolean(sections?.renumberAfterInsert, defaultSettings.sections.renumberAfterInsert),
    },
    codeLens: { enabled: boolean(codeLens?.enabled, defaultSettings.codeLens.enabled) },
    export: { listMissingData: boolean(exported?.listMissingData, defaultSettings.export.listMissingData) },
  };
}

/**
 * Settings per resource. Owner: one a server. An entry lives until the client says that settings changed, or the document
 * is closed; the client is asked at most once for each resource in between.
 */
export class SettingsCache {
  readonly #connection: Connection;
  readonly #cache = new Map<string, Settings | Promise<Settings>>();
  #shared = defaultSettings;
  /** Set when the client can be asked (`workspace/configuration`); otherwise it tells by `didChangeConfiguration`. */
  canAsk = false;
  /** Grows whenever settings may have changed. */
  generation = 0;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** At once when they are known, so that an answer needs no second turn of the event loop. */
  of(uri: string): Settings | Promise<Settings> {
    if (!this.canAsk) return this.#shared;
    const known = this.#cache.get(uri);
    if (known !== undefined) return known;
    const generation = this.generation;
    const asked = this.#connection.workspace
      .getConfiguration({ scopeUri: uri, section: 'reportWriter' })
      .then(readSettings, () => defaultSettings);
    this.#cache.set(uri, asked);
    void asked.then((settings) => {
      if (this.generation === generation && this.#cache.get(uri) === asked) this.#cache.set(uri, settings);
    });
    return asked;
  }

  /** What is known of a resource now: the defaults until the client has answered. */
  known(uri: string): Settings {
    const known = this.of(uri);
    return known instanceof Promise ? defaultSettings : known;
  }

  /** `sent` is what came with `didChangeConfiguration`. */
  changed(sent: unknown): void {
    this.generation += 1;
    this.#cache.clear();
    if (isObject(sent) && 'reportWriter' in sent) this.#shared = readSettings(sent.reportWriter);
  }

  forget(uri: string): void {
    this.#cache.delete(uri);
  }
}

/** Rules with a setting that there is; anything else counts as not set. */
function ruleSettings(sent: unknown): Readonly<Record<string, RuleSetting>> {
  const entries = isObject(sent) ? Object.entries(sent) : [];
  return Object.fromEntries(entries.filter((entry): entry is [string, RuleSetting] => ruleSettingNames.some((name) => name === entry[1])));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function boolean(value: unknown, otherwise: boolean): boolean {
  return typeof value === 'boolean' ? value : otherwise;
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
