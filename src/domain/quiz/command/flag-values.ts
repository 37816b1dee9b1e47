/** One spelling for values that Docker treats as equal. */
export function normalizeFlagValue(flag: string, value: string, isSwitch: boolean): string {
  if (isSwitch) return /^(1|t|T|true|True|TRUE)$/.test(value) ? 'true' : value
  switch (flag) {
    case 'memory':
    case 'memory-swap':
    case 'memory-reservation':
    case 'shm-size':
      return bytes(value)
    case 'cpus':
      return /^[\d.]+$/.test(value) ? String(Number(value)) : value
    case 'publish':
      return value.replace(/\/tcp$/, '')
    case 'cap-add':
    case 'cap-drop':
      return value.toUpperCase().replace(/^CAP_/, '')
    case 'mount':
    case 'secret':
      return fields(value)
    case 'format':
      return value.replace(/\{\{\s*(.*?)\s*\}\}/g, '{{$1}}')
    default:
      return value
  }
}

const units: Record<string, number> = { b: 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3, t: 1024 ** 4 }

/** `512m`, `512M` and `512mb` are one size; a number alone is bytes. */
function bytes(value: string): string {
  const [, quantity, unit = 'b'] = /^(\d+(?:\.\d+)?)([bkmgt])?(?:i?b)?$/.exec(value.toLowerCase()) ?? []
  return quantity === undefined ? value : String(Number(quantity) * (units[unit] ?? 1))
}

const fieldNames: Record<string, string> = {
  src: 'source',
  dst: 'target',
  destination: 'target',
  ro: 'readonly',
}

/** The fields of `--mount` and `--secret` may be in any order and have short names. */
function fields(value: string): string {
  const settings = value.split(',').map((field) => {
    const [key = '', setting = 'true'] = field.split(/=(.*)/s)
    return `${Object.hasOwn(fieldNames, key) ? fieldNames[key] : key}=${setting}`
  })
  return settings.sort().join(',')
}
