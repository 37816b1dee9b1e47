import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gradeItem } from '#domain/quiz/grading.ts'
import { shortItem } from '#tests/support/factories.ts'

function command(accept: string, near = 'docker events') {
  return shortItem({ as: 'command', accept: [accept], near: [{ match: near, why: 'Near.' }] })
}
function word(accept: string[], near = 'something else') {
  return shortItem({ as: 'word', accept, near: [{ match: near, why: 'Near.' }] })
}
const run = 'docker run --rm -p 8080:80 nginx'

test.each<[typed: string, how: string | undefined]>([
  ['docker run \u2014rm \u2013p 8080:80 nginx', 'with plain hyphens'],
  ['docker run \u2013rm -p 8080:80 nginx', 'with plain hyphens'],
  ['docker run \u2013\u2013rm \u2212p 8080:80 nginx', 'with plain hyphens'],
  ['docker run \u2011\u2011rm \u2010p 8080:80 nginx', 'with plain hyphens'],
  ['docker run \u30fc\u30fcrm \u30fcp 8080:80 nginx', 'with plain hyphens'],
  ['docker\u00a0run\u202f--rm\u3000-p 8080:80 nginx', 'with plain spaces'],
  ['docker\u200b run --rm \ufeff-p 8080:80 ng\u00adinx\u200f', 'without invisible characters'],
  ['ｄｏｃｋｅｒ　ｒｕｎ　－－ｒｍ　－ｐ　８０８０：８０　ｎｇｉｎｘ', 'with plain characters'],
  ...['٨٠٨٠:۸۰', '๘๐๘๐:๘๐', '৮০৮০:৮০', '８０８０∶８０', '𝟖𝟎𝟖𝟎:80'].map((ports): [string, string] => [
    `docker run --rm -p ${ports} nginx`,
    'with plain characters',
  ]),
  [`\u001b[200~${run}\u001b[201~`, 'without invisible characters'],
  [`^[[200~${run}^[[201~`, 'without invisible characters'],
  [`\u001b[1;32m${run}\u001b[0m`, 'without invisible characters'],
  [`${run}.`, 'without the final period'],
  [`${run}।`, 'without the final period'],
  [`${run}。`, 'without the final period'],
  [`\`${run}\``, 'without the backticks around it'],
  [`\`\`\`bash\n${run}\n\`\`\``, 'without the backticks around it'],
  [`\`\`\`shell-session\n$ ${run}\n\`\`\``, 'without the backticks around it, without the prompt'],
  [`\`\`\`sh ${run} \`\`\``, 'without the backticks around it'],
  // The second letter is Cyrillic, then the first; on Russian and Ukrainian keyboards they have the same keys.
  ['dоcker run --rm -p 8080:80 nginx', 'with Latin letters'],
  ['docker run --rm -р 8080:80 nginх', 'with Latin letters'],
  // The first letter is Greek.
  ['docker run --rm -p 8080:80 nginx'.replace('o', 'ο'), 'with Latin letters'],
  [`Docker run --rm -p 8080:80 nginx`, 'with a lowercase first letter'],
  ...[
    '$ ',
    '# ',
    '% ',
    '> ',
    '❯ ',
    'PS C:\\Users\\Ada> ',
    'PS> ',
    'PS /home/ada> ',
    'C:\\shop>',
    'ada@host:~$ ',
    'ada@host:~/shop$ ',
    'root@0ab1c2:/# ',
    '[root@web ~]# ',
    'ada@MacBook-Pro ~ % ',
    '(venv) ada@host:~/a-b_c.d$ ',
    '~/shop $ ',
    '/ # ',
    '/app # ',
    'bash-5.2$ ',
    'sh-5.1# ',
    '➜  shop git:(main) ✗ ',
    '➜  ~ ',
    'ada@pc MINGW64 ~/shop (main)\n$ ',
    'ada@host:~/shop (main)$ ',
    '[node1] (local) root@192.168.0.8 ~\n$ ',
    'node1:~# ',
    'MacBook-Pro:shop ada$ ',
    'ada$ ',
    'bash$ ',
    '┌──(kali㉿kali)-[~]\n└─$ ',
    '╰─❯ ',
    '▶ ',
  ].map((prompt): [string, string] => [`${prompt}${run}`, 'without the prompt']),
  ['docker run --rm \\\r\n  -p 8080:80 nginx', 'on one line'],
  ['docker run --rm \\  \n  -p 8080:80 nginx', 'on one line'],
  ['docker run --rm \\   -p 8080:80 nginx', 'on one line'],
  ['docker run --rm `\r\n  -p 8080:80 nginx', 'on one line'],
  ['docker run --rm ^\n  -p 8080:80 ^\n nginx', 'on one line'],
  ['$ docker run --rm \\\n> -p 8080:80 \\\n> nginx', 'without the prompt'],
  ['PS C:\\> docker run --rm `\n>> -p 8080:80 nginx', 'without the prompt'],
  ['  docker   run\t--rm   -p  8080:80   nginx  ', undefined],
])('%j is interpreted as the command, with a remark', (typed, how) => {
  const grade = gradeItem(command(run), typed)
  expect(grade?.score).toBe(1)
  if (how === undefined) expect(grade).not.toHaveProperty('remark')
  else expect(grade?.remark).toMatch(new RegExp(`^Read as \`docker.*\`: .*${how}`))
})

test.each([
  ["docker info -f '{{.Driver}}'", 'docker info -f ‘{{.Driver}}’'],
  ["docker info -f '{{.Driver}}'", 'docker info –f “{{.Driver}}”'],
  ["docker info -f '{{.Driver}}'", 'docker info -f „{{.Driver}}“'],
  ["docker info -f '{{.Driver}}'", 'docker info -f «{{.Driver}}»'],
  ['uname -sr', 'uname –sr'],
  ['docker run -it --name web nginx', 'docker run —it —name web nginx'],
  ['docker exec web printenv -- A', 'docker exec web printenv — A'],
  ['docker build -t web .', 'docker build –t web .'],
  ['docker build ./...', 'docker build ./…'],
  ["docker info -f '{{.Driver}}'", 'docker info -f ״{{.Driver}}״'],
  ['docker exec web cat /etc/hosts', 'docker exec web cat ⁄etc∕hosts'],
  ['docker ps | wc -l', 'docker ps ∣ wc -l'],
  ["docker run web ls '~/*'", 'docker run web ls ’˜/∗’'],
])('%s also matches %s', (accept, typed) => {
  expect(gradeItem(command(accept), typed)?.score).toBe(1)
})

test.each([
  ['docker build -t web .', 'docker build -t web'],
  ['docker build -t web', 'docker build -t web .'],
  ['docker ps', 'docker ps > docker'],
  ['docker ps > ids', 'docker ps ids'],
  ['docker ps \\\n> ids', 'docker ps ids'],
  ['docker run web sh -c "a b"', 'docker run web sh -c a b'],
  ["docker run web echo '$HOME'", 'docker run web echo “$HOME”'],
  ['docker info', '"docker info"'],
  ['docker info', '“docker info”'],
  ['docker info', 'DOCKER INFO'],
  ['docker info', '#docker info'],
  ['docker info', '$docker info'],
  ['docker run --rm web', 'docker run -rm web'],
  ['docker run -i web', 'docker run --i web'],
  ['docker compose up', 'docker–compose up'],
  ['docker run Web', 'docker run web'],
  ['uname -r', 'Uname -R'],
])('%s is not %s', (accept, typed) => {
  expect(gradeItem(command(accept), typed)?.score).toBe(0)
})

test.each([
  [['--pid=container:api'], '—pid=container:api'],
  [['--pid=container:api'], '`––pid=container：api`.'],
  [['/sys/fs/cgroup/memory.max'], '／sys／fs／cgroup／memory。max。'],
  [['containerd-shim-kata-v2'], 'Containerd–shim\u2011kata−v2'],
  [['db:5432'], '“db:5432”.'],
  [['DOCKER_CONTENT_TRUST'], 'docker_content_\u200btrust'],
  [['232071'], '232.071'],
  [['232071'], '232\u202f071'],
  [['232071'], '232’071'],
  [['232071'], '2,32,071'],
  [['232071'], '232_071'],
  [['232071'], '๒๓๒๐๗๑'],
  [['image'], 'İmage'],
  [['image'], 'ımage'],
  [['90', '90 seconds'], '90.'],
  [['90', '90 seconds'], '90,0'],
  [['90', '90 seconds'], '٩٠'],
  [['90', '90 seconds'], '９０'],
  [['90', '90 seconds'], '~ 90 sec.'],
  [['90', '90 seconds'], 'about 90 secs'],
])('%j accepts %s', (accept, typed) => {
  const grade = gradeItem(word(accept), typed)
  expect(grade?.score).toBe(1)
  expect(grade?.remark).toMatch(/^Read as `/)
})

test.each([
  [['90', '90 seconds'], '90 minutes'],
  [['90', '90 seconds'], '90 ms'],
  [['90', '90 seconds'], '90.5'],
  [['90', '90 seconds'], '90.000'],
  [['90', '90 seconds'], '9 0'],
  [['1.5'], '15'],
  [['eth0.50'], 'eth0,50'],
  [['eth0.050'], 'eth0050'],
  [['readonly'], 'read\u2011only'],
  [['read-only'], 'readonly'],
  [['IMMUTABLE_WITH_EXCLUSION'], 'IMMUTABLE-WITH-EXCLUSION'],
])('%j does not accept %s', (accept, typed) => {
  expect(gradeItem(word(accept), typed)?.score).toBe(0)
})

test('a wrong answer with an interpretation is shown as interpreted, with its own explanation', () => {
  const item = command(run, 'docker run --rm -p 80:8080 nginx')
  expect(gradeItem(item, '$ docker run \u2014rm -p 80:8080 nginx')?.remark).toBe(
    'Read as `docker run --rm -p 80:8080 nginx`: with plain hyphens, without the prompt. Near.',
  )
  expect(gradeItem(item, 'docker \u2014version')?.remark).toBe(
    'Read as `docker --version`: with plain hyphens.',
  )
  expect(gradeItem(item, 'docker version')).not.toHaveProperty('remark')
})

test('a near miss stays wrong, even if a normalization would make it right', () => {
  expect(gradeItem(command('docker info', 'docker info.'), 'docker info.')?.score).toBe(0)
  expect(
    gradeItem(command('docker run -it web', 'docker run --it web'), 'docker run \u2014it web')?.score,
  ).toBe(0)
  expect(gradeItem(command('docker info', '# docker info'), '# docker info')?.score).toBe(0)
})

test('composed and decomposed characters are equal', () => {
  expect(gradeItem(word(['caf\u00e9']), 'cafe\u0301')).toEqual({ score: 1, parts: [] })
})

test('interpreting any text never throws, and the first interpretation is the text itself', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc
      .array(fc.constantFrom('`', '\\', '\n', '\u2014', '$ ', 'ada@x:', '> ', '。', '"', 'docker', ' ', '٩'))
      .map((pieces) => pieces.join('')),
  )
  fc.assert(
    fc.property(text, (typed) => {
      expect(gradeItem(word(['90']), typed)).toBeDefined()
      expect(gradeItem(command(run), typed)?.score).toBeLessThanOrEqual(1)
    }),
  )
})

test.each([
  ['docker run -v $PWD:/app alpine', 'docker run -v ￥PWD:/app alpine'],
  ['docker run -e LIST=1,2 alpine', 'docker run -e LIST=1、2 alpine'],
  ['docker run -e LIST=1,2 alpine', 'docker run -e LIST=1،2 alpine'],
])('%s may be typed on an Asian or Arabic keyboard', (accept, typed) => {
  expect(gradeItem(command(accept), typed)).toMatchObject({
    score: 1,
    remark: expect.stringContaining('with plain characters'),
  })
})

test.each(['「SIGKILL」', '『sigkill』', '【SIGKILL】'])(
  '%s in East Asian brackets is read as the word',
  (typed) => {
    expect(gradeItem(word(['SIGKILL']), typed)).toMatchObject({ score: 1 })
  },
)

test('an answer in another script stays as it is, and so does a path of Windows with yen signs', () => {
  expect(gradeItem(word(['cop']), 'сор')).toMatchObject({ score: 0 })
  expect(gradeItem(command('type C:$Users'), 'type C:￥Users')).toMatchObject({ score: 0 })
  expect(gradeItem(word(['137']), '١٣٧٫٠')).toMatchObject({ score: 1 })
})
