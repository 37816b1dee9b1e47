import { catalog, labs } from '#content/catalog.server.ts'
import { lessonById } from '#domain/catalog/catalog.ts'
import { sandboxId } from '#domain/lab/lab-summary.ts'
import { paths } from '#domain/paths.ts'
import type { LabOutput } from '#domain/recording/lab-output.ts'
import { engineAndDate } from '#domain/recording/recording.ts'
import { createLabMachine } from '#features/lab/create-lab-machine.ts'
import { LabPage } from '#features/lab/lab-page.tsx'
import type { LabPageData, LabRecording } from '#features/lab/lab-page-data.ts'
import { pageMeta } from '../page-meta.ts'

export function loader({ params }: { params: { lab: string } }): LabPageData {
  const base = { labs: paths.labs() }
  if (params.lab === sandboxId) return base
  const at = catalog.labs.findIndex(({ id }) => id === params.lab)
  const fact = catalog.labs[at]
  const found = labs.find(({ lab }) => lab.id === params.lab)
  const owner = fact && labOwner(fact.owner)
  if (!found || !owner) throw new Response(null, { status: 404 })
  const next = catalog.labs[at + 1]
  return {
    ...base,
    lab: found.lab,
    ...(found.output && { recorded: toLabRecording(found.output) }),
    ...owner,
    ...(next && { next: { title: next.title, address: paths.lab(next.id) } }),
  }
}

/** The lesson of a lab with its area, or the primer, which has no area. */
function labOwner(id: string): Pick<LabPageData, 'lesson' | 'area'> | undefined {
  const primer = catalog.primers.find((candidate) => candidate.id === id)
  if (primer) return { lesson: { title: primer.title, address: paths.primer(primer.slug) } }
  const lesson = lessonById(catalog, id)
  const area = catalog.areas.find(({ slug }) => slug === lesson?.area)
  if (!lesson || !area) return undefined
  return {
    lesson: { title: lesson.title, address: paths.lesson(lesson) },
    area: { number: area.number, title: area.title },
  }
}

function toLabRecording(output: LabOutput): LabRecording {
  return {
    recordedOn: engineAndDate(output),
    steps: Object.fromEntries(output.steps.map(({ id, commands }) => [id, commands])),
  }
}

export function meta({ loaderData, location }: { loaderData?: LabPageData; location: { pathname: string } }) {
  if (!loaderData) return []
  const { lab } = loaderData
  const title = lab ? `Lab: ${lab.title}` : 'A Docker machine without a task'
  const free = 'A real Docker Engine on a real Linux kernel, to try whatever you like.'
  return pageMeta({
    title,
    description: lab ? lab.goal.replaceAll('`', '') : free,
    address: location.pathname,
  })
}

export default function LabRoute({ loaderData }: { loaderData: LabPageData }) {
  return <LabPage key={loaderData.lab?.id} data={loaderData} createMachine={createLabMachine} />
}
