import type { Lab, LabStep } from './lab.ts'

/** Shown on the page and printed by the script. */
export const checkResultTexts = {
  passed: 'Passed',
  'wrong-answer': 'Not quite',
  'not-yet': 'Not yet: the machine does not look the way it should after this step.',
}

/**
 * A shell script that checks the steps of a lab on any machine, as a page does (check-result.ts). Without an argument it
 * lists the steps; with a step's name it says whether that step is done, and then exits with 0. It needs Bash and Perl,
 * whose regular expressions agree with JavaScript's in the patterns of labs.
 */
export function checkScript(lab: Lab): string {
  return `#!/bin/bash
# Checks the steps of the lab "${toPlainText(lab.title)}". Written from its lab.yaml.
command=$(basename "$0")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# Runs a command unseen, and keeps its exit code and what it printed under a name.
run() { (cd ~ && exec bash -c "$2") >"$folder/$1" 2>&1 </dev/null; code=$?; }

# Whether a line of what was printed matches.
prints() { PATTERN=$2 perl -e 'undef $/; $_ = <STDIN> // ""; exit(/$ENV{PATTERN}/m ? 0 : 1)' <"$folder/$1"; }

# Breaks long lines between words, if a terminal would break them within words.
wrap() { if [ -t 1 ]; then fold -s -w "$(tput cols || echo 80)"; else cat; fi; }

# What differs on the learner's own Docker, and may be why a step is not done.
show_difference() { ${lab.ownDocker === undefined ? ':' : `echo ${quote(toPlainText(lab.ownDocker))} | wrap`}; }

passed() { printf '${checkResultTexts.passed}. %s\\n' "$1" | wrap; exit 0; }
wrong_answer() { printf '${checkResultTexts['wrong-answer']}. %s\\n' "$1" | wrap; show_difference; exit 1; }
not_yet() { echo ${quote(checkResultTexts['not-yet'])} | wrap; show_difference; exit 1; }

case $1 in
${lab.steps.map(stepCase).join('\n')}
"")
  echo "To check a step of this lab: $command STEP. Its steps:"
  printf '  %s\\n' ${lab.steps.map(({ id }) => id).join(' ')}
  show_difference
  ;;
*)
  echo "This lab has no step named '$1'. Its steps are: ${lab.steps.map(({ id }) => id).join(', ')}." >&2
  exit 2
  ;;
esac
`
}

function stepCase({ id, check, wrong, learnt = '' }: LabStep): string {
  const shows = check.shows === undefined ? '' : ` && prints check ${quote(check.shows)}`
  const ways = wrong.flatMap(({ run, when, says }) => [
    ...(run === undefined ? [] : [`  run wrong ${quote(run)}`]),
    `  prints ${run === undefined ? 'check' : 'wrong'} ${quote(when)} && wrong_answer ${quote(toPlainText(says))}`,
  ])
  return [
    `${id})`,
    `  run check ${quote(check.run)}`,
    `  [ "$code" -eq ${check.exit} ]${shows} && passed ${quote(toPlainText(learnt))}`,
    ...ways,
    '  not_yet',
    '  ;;',
  ].join('\n')
}

/**
 * A lab’s text on one line, with links reduced to their text. Code keeps its backticks, which are readable in a
 * terminal.
 */
function toPlainText(markdown: string): string {
  return markdown
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}
