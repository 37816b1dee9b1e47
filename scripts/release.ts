import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { releaseChangelog } from './release/changelog.ts'

/**
 * `npm run release -- 1.2.0`: dates the open section of the changelog, sets the version, commits, and tags the commit
 * with the notes. Nothing is pushed.
 */
const version = process.argv[2] ?? ''
if (git('status', '--porcelain') !== '') stop('There are uncommitted changes. Commit or stash them first.')
if (git('branch', '--show-current') !== 'main')
  stop('Releases are made on the branch main. Switch to it first: git switch main')
if (git('tag', '--list', `v${version}`) !== '') stop(`The tag v${version} exists. Choose a higher version.`)

const day = new Date().toISOString().slice(0, 10)
const release = releaseChangelog(readFileSync('CHANGELOG.md', 'utf8'), version, day)
if (release.kind === 'rejected') stop(`Nothing was released: ${release.reason}.`)

writeFileSync('CHANGELOG.md', release.changelog)
run('npm', 'version', version, '--no-git-tag-version')
git('add', 'CHANGELOG.md', 'package.json', 'package-lock.json')
git('commit', '--message', `Release ${version}`)
// Otherwise Git would treat a heading in the notes as a comment.
git('tag', '--annotate', '--cleanup=whitespace', `v${version}`, '--message', `${version}\n\n${release.notes}`)
console.log(`${release.notes}\n\nTagged v${version}. To publish it, run: git push --follow-tags`)

function git(...args: string[]): string {
  return run('git', ...args)
}

function run(command: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' })
  if (status !== 0) stop(`${command} ${args[0]} failed: ${stderr.trim()}`)
  return stdout.trim()
}

function stop(reason: string): never {
  console.error(reason)
  process.exit(1)
}
