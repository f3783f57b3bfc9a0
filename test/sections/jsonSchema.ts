interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly minLength?: number;
  readonly pattern?: string;
}

interface SchemaFile {
  readonly definitions: Readonly<Record<string, Schema>>;
}

/** The places of `json` that break `schema`, for the few words of JSON Schema that our own one uses. */
export function violationsOf(json: unknown, schema: Schema, file: SchemaFile, path = '$'): readonly string[] {
  if (schema.$ref !== undefined) {
    const target = file.definitions[schema.$ref.replace('#/definitions/', '')];
    return target === undefined ? [`${path}: no ${schema.$ref}`] : violationsOf(json, target, file, path);
  }
  const found: string[] = [];
  const actual = Array.isArray(json) ? 'array' : Number.isInteger(json) ? 'integer' : typeof json;
  if (schema.type !== undefined && schema.type !== actual) {
    return [`${path}: ${actual} is no ${schema.type}`];
  }
  if (schema.enum !== undefined && !schema.enum.includes(json)) {
    found.push(`${path}: ${String(json)} is not allowed`);
  }
  if (typeof json === 'string') {
    if (json.length < (schema.minLength ?? 0) || (schema.pattern !== undefined && !new RegExp(schema.pattern).test(json))) {
      found.push(`${path}: “${json}” is not allowed`);
    }
  } else if (Array.isArray(json)) {
    if (json.length < (schema.minItems ?? 0)) {
      found.push(`${path}: too short`);
    }
    for (const [i, item] of json.entries()) {
      found.push(...(schema.items === undefined ? [] : violationsOf(item, schema.items, file, `${path}[${i}]`)));
    }
  } else if (typeof json === 'object' && json !== null) {
    for (const key of schema.required ?? []) {
      if (!(key in json)) {
        found.push(`${path}: no ${key}`);
      }
    }
    for (const [key, value] of Object.entries(json)) {
      const property = schema.properties?.[key];
      if (property !== undefined) {
        found.push(...violationsOf(value, property, file, `${path}.${key}`));
      } else if (schema.additionalProperties === false) {
        found.push(`${path}: ${key} is unknown`);
      }
    }
  }
  return found;
}
