import { buildCommand, ownDockerfilePath, shopArchivePath, startCommand } from '#domain/lab/own-docker.ts'
import { copyText } from '#platform/clipboard.ts'
import { siteAddress } from '#platform/site-address.ts'
import { CommandText } from '#ui/command-text.tsx'
import { CopyButton } from '#ui/copy-button.tsx'
import { InlineText } from '#ui/inline-text.tsx'
import { useIsHydrated } from '#ui/use-is-hydrated.ts'

/** The id of the section's heading, to which steps link. */
export const ownDockerSectionId = 'own-docker'

/** How to do the lab on a computer that has Docker, without the machine in the page. */
export function OwnDocker({ lab }: { lab?: { id: string; ownDocker?: string | undefined } }) {
  const site = siteAddress(useIsHydrated())
  return (
    <section className="lab-own-docker stack-spacing text-sm" aria-labelledby={ownDockerSectionId}>
      <h2 id={ownDockerSectionId} className="m-0 font-text text-base tracking-normal">
        On your own Docker
      </h2>
      <p>
        {lab ? 'The same lab runs' : 'The same engine runs'} in a container, apart from your own containers,
        images and files. You need Docker Desktop, or Docker Engine 23 or later with Buildx (on Linux, a
        package of its own: <code>docker-buildx</code> or <code>docker-buildx-plugin</code>).
      </p>
      {lab?.ownDocker && (
        <p>
          <InlineText text={lab.ownDocker} />
        </p>
      )}
      <ol className="mt-4 mb-0 grid list-decimal gap-3 pl-5">
        <li>
          Build it once. It is made from Debian packages, which takes a few minutes and about 2 GB of disk. It
          runs with <code>--privileged</code>, as an engine in a container must:{' '}
          <a href={`${site}${ownDockerfilePath}`}>read the Dockerfile</a> first.
          <Command name="the command that builds it" text={buildCommand(site)} />
        </li>
        <li>
          Start {lab ? 'this lab' : 'it'}, and do {lab ? 'the steps' : 'what you like'} at its prompt.
          <Command name="the command that starts it" text={startCommand(lab?.id)} />
        </li>
        {lab && (
          <li>
            Type <code>check</code> and the name of a step, to hear whether it is done. Each step says its
            name. <code>exit</code> removes everything you did.
          </li>
        )}
      </ol>
      <p>
        The shop, the course’s running example, also works outside that container:{' '}
        <a href={`${site}${shopArchivePath}`} download>
          download its files
        </a>{' '}
        (ZIP, with a README).
      </p>
    </section>
  )
}

function Command({ name, text }: { name: string; text: string }) {
  return (
    <div className="lab-command">
      <code>
        <CommandText command={text} />
      </code>
      <CopyButton contentName={name} copy={() => copyText(text)} />
    </div>
  )
}
