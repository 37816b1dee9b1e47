import { buttonClass } from '#ui/button.tsx'
import { PageLink } from '#ui/page-link.tsx'
import { LabList } from './lab-list.tsx'
import type { LabsPageData } from './lab-page-data.ts'
import { MachineDetails } from './machine-details.tsx'
import { useImage } from './use-image.ts'

/** The labs page: all labs by area, and facts about the machine. */
export function LabsPage({ data }: { data: LabsPageData }) {
  const { image } = useImage()
  return (
    <>
      <h1>Labs</h1>
      <p className="mt-4 max-w-measure text-lg leading-relaxed">
        Test what the lessons claim on a real Docker Engine, in this tab or on your own Docker. Each lab tells
        you what to do, checks what the machine looks like afterward, and accepts any correct way.
      </p>
      <div className="mt-6 grid items-start gap-x-16 gap-y-10 @min-[52rem]/part:grid-cols-[minmax(0,1fr)_22rem]">
        <div>
          {data.groups.map(({ number, title, labs }) => (
            <section key={title} data-area={number} className="mb-8 border-t-2 border-area pt-3">
              <h2 className="flex items-baseline gap-3 text-2xl">
                {number !== undefined && (
                  <span className="display-number" aria-hidden="true">
                    {String(number).padStart(2, '0')}
                  </span>
                )}
                {title}
              </h2>
              <LabList labs={labs} />
            </section>
          ))}
          <p>
            <PageLink to={data.sandbox} className={buttonClass('quiet')}>
              A machine to explore
            </PageLink>
          </p>
        </div>
        <section className="text-sm" aria-labelledby="machine">
          <h2 id="machine" className="mb-2 font-text text-base tracking-normal">
            The machine
          </h2>
          <MachineDetails image={image} settings={data.settings} />
        </section>
      </div>
    </>
  )
}
