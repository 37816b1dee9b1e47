/**
 * For fields with commands, codes and addresses: turns off autocompletion and autocorrection. A spelling checker may
 * also send typed text to its vendor.
 */
export const verbatimInputProps = {
  autoComplete: 'off',
  autoCapitalize: 'none',
  autoCorrect: 'off',
  spellCheck: false,
} as const
