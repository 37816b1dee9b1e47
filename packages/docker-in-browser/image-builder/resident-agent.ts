import { join } from 'node:path'

export const residentAgentSource = join(import.meta.dirname, 'resident-agent')

/**
 * Compiles the agent in the machine, with the compiler of its image `sdk`, and replaces the script that is the agent
 * until then (docs/decisions/0039-resident-agent.md). The new agent runs after the next boot.
 */
export const installResidentAgent = `
set -e
cd /var/lib/lab-images/resident-agent
docker run --rm --network none -v "$PWD:/src" sdk cc -o agent agent.c port.c shell.c
install -m 755 agent /usr/lib/lab/agent
`
