import { type Config, readConfig } from '../../src/platform/config.ts'

export const configFor = (dataFolder: string, more: Record<string, string> = {}): Config => {
  const config = readConfig({ TURNABOUT_DATA: dataFolder, TURNABOUT_LOG: 'silent', ...more })
  if (!config.ok) throw new Error(config.problem.lines.join('; '))
  return config.value
}
