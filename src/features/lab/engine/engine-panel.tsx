import { useRef } from 'react'
import { drawEngine } from '#domain/engine/engine-drawing.ts'
import { InlineText } from '#ui/inline-text.tsx'
import { LaneRow, UnconnectedContainers } from './engine-lanes.tsx'
import { ImageList, StorageList } from './engine-lists.tsx'
import { useChangeSummary } from './use-change-summary.ts'
import type { EngineStatus } from './use-engine.ts'
import { useFlipAnimation } from './use-flip-animation.ts'
import './engine.css'

/**
 * The engine’s state as a drawing built from HTML lists. Unlike an SVG, it is its own text equivalent, wraps at any
 * width and text size, and can be selected and translated.
 */
export function EnginePanel({ engine }: { engine: EngineStatus }) {
  const summary = useChangeSummary(engine)
  const drawing = useRef<HTMLDivElement>(null)
  useFlipAnimation(drawing, engine)
  return (
    <section className="engine" aria-labelledby="engine-title">
      <div className="engine-head">
        <h2 id="engine-title">Engine state</h2>
        <p role="status">
          {engine === 'unresponsive' ? (
            'The engine does not respond: it is not running.'
          ) : (
            <InlineText text={summary} />
          )}
        </p>
      </div>
      {engine === undefined && <p className="engine-note engine-loading">Asking the engine…</p>}
      {typeof engine === 'object' && (
        <div ref={drawing} className="engine-drawing">
          <Drawn engine={engine} />
        </div>
      )}
    </section>
  )
}

function Drawn({ engine }: { engine: Exclude<EngineStatus, 'unresponsive' | undefined> }) {
  const { lanes, unusedNetworks, unconnected, storage, usedImages, unusedImages } = drawEngine(engine)
  return (
    <>
      <div>
        <h3 id="engine-networks">Networks and containers</h3>
        <ul className="engine-lanes" aria-labelledby="engine-networks">
          {lanes.map((lane) => (
            <LaneRow key={lane.network.id} lane={lane} />
          ))}
          {unconnected.length > 0 && <UnconnectedContainers containers={unconnected} />}
        </ul>
        {unusedNetworks.length > 0 && (
          <p className="engine-note">
            Unused: <InlineText text={unusedNetworks.map((name) => `\`${name}\``).join(', ')} />
          </p>
        )}
      </div>
      <div className="engine-lists">
        <StorageList storage={storage} />
        <ImageList used={usedImages} unused={unusedImages} />
      </div>
    </>
  )
}
