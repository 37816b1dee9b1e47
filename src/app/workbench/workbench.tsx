import { Suspense } from 'react'
import { figures } from '#domain/figures/figure-ids.ts'
import { Figure } from '#features/figures/figure.tsx'
import { QuickCheck } from '#features/quiz/quick-check.tsx'
import { Button } from '#ui/button.tsx'
import { CopyButton } from '#ui/copy-button.tsx'
import { Icon, iconNames } from '#ui/icon.tsx'
import { InlineText } from '#ui/inline-text.tsx'
import { Panel } from '#ui/panel.tsx'
import { sampleItems } from './sample-items.ts'

/** Every primitive, item kind and figure on one page. Development only. */
export function Workbench() {
  return (
    <div className="stack-spacing">
      <h1>Workbench</h1>
      <h2>Primitives</h2>
      <p className="flex flex-wrap gap-3">
        <Button variant="main">Main</Button>
        <Button>Quiet</Button>
        <Button variant="plain">Plain</Button>
        <Button disabled>Disabled</Button>
        <CopyButton contentName="a sample" copy={async () => true} />
      </p>
      <p className="flex flex-wrap gap-4">
        {iconNames.map((name) => (
          <span key={name} className="caption">
            <Icon name={name} /> {name}
          </span>
        ))}
      </p>
      {(['plain', 'accent', 'right', 'wrong', 'caution'] as const).map((tone) => (
        <Panel key={tone} tone={tone}>
          <p>
            <InlineText text={`A panel in the tone \`${tone}\`.`} />
          </p>
        </Panel>
      ))}
      <h2>Item kinds</h2>
      <QuickCheck items={Object.values(sampleItems)} />
      <h2>Figures</h2>
      {Object.keys(figures).map((id) => (
        <Suspense key={id}>
          <Figure id={id} />
        </Suspense>
      ))}
    </div>
  )
}
