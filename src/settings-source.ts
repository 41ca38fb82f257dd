import fs from 'node:fs';
import { SETTING_NAMES, type SettingName } from './settings';

export type Environment = Readonly<Record<string, string | undefined>>;

export interface RawSettings {
  values: Partial<Record<SettingName, string>>;
  problems: string[];
}

/** Our settings out of an environment: plain, or from the file that `<NAME>_FILE` names. An empty one counts as not set. */
export function readSettings(env: Environment): RawSettings {
  const problems: string[] = [];
  const values: RawSettings['values'] = {};
  for (const name of SETTING_NAMES) {
    const value = readSetting(env, name, problems);
    if (value) values[name] = value;
  }
  return { values, problems };
}

function readSetting(env: Environment, name: SettingName, problems: string[]): string | undefined {
  const file = env[`${name}_FILE`];
  if (!file) return env[name]?.trim();
  if (env[name]) {
    problems.push(`${name} and ${name}_FILE are both set, keep one`);
    return undefined;
  }
  try {
    return fs.readFileSync(file, 'utf8').trim();
  } catch {
    problems.push(`${name}_FILE names a file that cannot be read`);
    return undefined;
  }
}
