import { expect, test } from 'vitest'
import { splitCommands } from '#domain/lab/split-commands.ts'

test.each([
  ['docker ps\n\ndocker images\n', ['docker ps', 'docker images']],
  ['docker run \\\n  busybox:1', ['docker run \\\n  busybox:1']],
  ["cat > a <<'END'\nFROM b\n\nEND\ncat a", ["cat > a <<'END'\nFROM b\n\nEND", 'cat a']],
  ['cat <<-END\n  x\n\tEND', ['cat <<-END\n  x\n\tEND']],
  ['cat <<END\nnever ends', ['cat <<END\nnever ends']],
])('commands are split by prompt: %j', (script, commands) => {
  expect(splitCommands(script)).toEqual(commands)
})
