import { shopArchivePath } from '#domain/lab/own-docker.ts'
import { PageLink } from '#ui/page-link.tsx'
import { AreaCard } from './area-card.tsx'
import { ContinueLink } from './continue-link.tsx'
import type { HomeArea, HomePrimer } from './home-page-data.ts'
import { LayerStack } from './layer-stack.tsx'

/** The home page: a link to continue, primers, and nine area cards. */
export function HomePage({ areas, primers }: { areas: HomeArea[]; primers: HomePrimer[] }) {
  return (
    <>
      <div className="grid items-end gap-x-16 gap-y-8 @min-[38rem]/part:grid-cols-[minmax(0,1fr)_15rem]">
        <div>
          <h1 className="text-4xl @min-[31rem]/part:text-[4.2rem] @min-[31rem]/part:leading-none">
            Docker Mastery
          </h1>
          <p className="mt-5 max-w-measure text-lg leading-relaxed">
            Docker in nine areas and {areas.flatMap((area) => area.topics).length} topics, each at three
            depths: for beginners, for practitioners, and for the people who decide. Every claim has a source,
            and every quiz answer has an explanation.
          </p>
          <div className="needs-script mt-6">
            <ContinueLink areas={areas} primers={primers} />
          </div>
          <BeforeYouStart primers={primers} />
        </div>
        <div className="hidden @min-[38rem]/part:block">
          <LayerStack areas={areas} />
        </div>
      </div>
      <h2 className="mt-14 mb-6">All topics</h2>
      <div className="grid gap-x-10 gap-y-10 @min-[38rem]/part:grid-cols-2 @min-[65rem]/part:grid-cols-3">
        {areas.map((area) => (
          <AreaCard key={area.address} area={area} />
        ))}
      </div>
    </>
  )
}

function BeforeYouStart({ primers }: { primers: HomePrimer[] }) {
  if (primers.length === 0) return null
  return (
    <section className="mt-8 max-w-measure border-t border-rule pt-4" aria-label="Before you start">
      <h2 className="font-text text-base tracking-normal">Before you start</h2>
      <ul>
        {primers.map(({ title, note, minutes, address }) => (
          <li key={address} className="mt-3 leading-snug">
            <PageLink to={address}>{title}</PageLink>{' '}
            <span className="caption text-ink-soft">{minutes} min</span>
            <span className="block text-sm text-ink-soft">{note}</span>
          </li>
        ))}
      </ul>
      <p className="mt-3 text-sm leading-snug text-ink-soft">
        The running example, a small shop, also works on your own Docker:{' '}
        <a href={`${import.meta.env.BASE_URL}${shopArchivePath}`} download>
          download its files
        </a>
        .
      </p>
    </section>
  )
}
