/**
 * For fields with commands, codes and addresses: turns off autocompletion, autocorrection and spelling checks, which
 * may send the text to a vendor.
 */
export const verbatimInputProps = {
  autoComplete: 'off',
  autoCapitalize: 'none',
  autoCorrect: 'off',
  spellCheck: false,
} as const
