import { useProgress } from '#store/progress.ts'
import type { HomeArea, HomeTopic } from './home-page-data.ts'

const layer = { height: 7, gap: 2.5, areaGap: 7, maxWidth: 240, minWidth: 110 }

/**
 * The course as an image being built: one layer per topic, as wide as the topic is long, filled once it is read. The
 * first topic is at the bottom, as in every image.
 */
export function LayerStack({ areas }: { areas: HomeArea[] }) {
  const read = useProgress((progress) => progress.read)
  const topics = areas.flatMap((area) => area.topics)
  const done = topics.filter(({ id }) => read[id]?.on).length
  const { bars, height } = layerBars(areas)
  return (
    <figure>
      <svg viewBox={`0 0 ${layer.maxWidth} ${height}`} className="w-full max-w-[15rem]" aria-hidden="true">
        {bars.map(({ topic, area, y, width }) => (
          <rect
            key={topic.id}
            data-area={area}
            x={0.5}
            y={y + 0.5}
            width={width - 1}
            height={layer.height - 1}
            className={read[topic.id]?.on ? 'fill-area stroke-area' : 'fill-transparent stroke-rule-strong'}
          />
        ))}
      </svg>
      <figcaption className="caption mt-3 text-ink-soft">
        {done === 0
          ? `you:latest has no layers yet. Each of ${topics.length} topics you finish adds one.`
          : `you:latest: ${done} of ${topics.length} layers built`}
      </figcaption>
    </figure>
  )
}

type LayerBar = { topic: HomeTopic; area: number; y: number; width: number }

function layerBars(areas: HomeArea[]): { bars: LayerBar[]; height: number } {
  const words = areas.flatMap((area) => area.topics.map((topic) => topic.words))
  const shortest = Math.min(...words)
  const span = Math.max(1, Math.max(...words) - shortest)
  const bars: LayerBar[] = []
  let y = 0
  for (const area of areas.toReversed()) {
    for (const topic of area.topics.toReversed()) {
      const share = (topic.words - shortest) / span
      const width = layer.minWidth + (layer.maxWidth - layer.minWidth) * share
      bars.push({ topic, area: area.number, y, width })
      y += layer.height + layer.gap
    }
    y += layer.areaGap - layer.gap
  }
  return { bars, height: y }
}
