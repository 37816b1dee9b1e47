import { useState } from 'react'
import {
  type Command,
  commands,
  type Fate,
  fateOf,
  hasContainer,
  isRunning,
  type Place,
  sentenceOf,
  told,
} from '#domain/figures/what-survives.ts'
import { Choice } from '../choice.tsx'
import { Box, Line, Words } from '../ink.tsx'
import { Plate } from '../plate.tsx'
import { Drawing, type Sheet } from '../sheet.tsx'

export function WhatSurvives() {
  const [command, setCommand] = useState<Command>('up')
  return (
    <Plate
      id="what-survives"
      sentence={sentenceOf(command)}
      told={told}
      controls={
        <Choice
          legend="docker compose"
          options={commands.map((value) => ({ value, label: value }))}
          value={command}
          onChange={setCommand}
        />
      }
      draw={(sheet) => <Places sheet={sheet} command={command} />}
    />
  )
}

const shell = { y: 24, height: 128 }
const store = { y: 214, height: 66 }
const grounds = store.y + store.height + 62
const height = grounds + 26

type Mounted = Exclude<Place, 'layer'>

const stores: { place: Mounted; path: string; name: string; kind: string }[] = [
  { place: 'named', path: '/data', name: 'pgdata', kind: 'volume' },
  { place: 'anonymous', path: '/cache', name: '5f0c8e…', kind: 'volume' },
  { place: 'bind', path: '/conf', name: './conf', kind: 'bind' },
  { place: 'tmpfs', path: '/run', name: 'tmpfs', kind: 'memory' },
]

function Places({ sheet, command }: { sheet: Sheet; command: Command }) {
  const gap = sheet.kind === 'wide' ? 20 : 9
  const width = (sheet.width - gap * (stores.length - 1)) / stores.length
  const columnX = (index: number) => index * (width + gap)
  const diskEnd = columnX(2) + width
  return (
    <Drawing sheet={sheet} height={height}>
      <Container width={sheet.width} command={command} />
      {stores.map(({ place, path, name }, index) => (
        <Store
          key={place}
          x={columnX(index)}
          width={width}
          path={path}
          name={name}
          fate={fateOf(place, command)}
          isMounted={hasContainer(command)}
        />
      ))}
      <Line d={`M0 ${grounds - 10}v6H${diskEnd}v-6M${columnX(3)} ${grounds - 10}v6H${sheet.width}v-6`} />
      <Words x={diskEnd / 2} y={grounds + 14} anchor="middle" ink="soft">
        on the host’s disk
      </Words>
      <Words x={columnX(3) + width / 2} y={grounds + 14} anchor="middle" ink="soft">
        in memory
      </Words>
    </Drawing>
  )
}

function Container({ width, command }: { width: number; command: Command }) {
  const isThere = hasContainer(command)
  const pad = 14
  const inner = { x: pad, width: width - 2 * pad, height: 42 }
  const layer = fateOf('layer', command)
  return (
    <>
      <Words x={0} y={10} ink="soft">
        {isThere ? 'container' : 'no container'}
      </Words>
      <Box x={0} y={shell.y} width={width} height={shell.height} tone={isThere ? 'outline' : 'gone'} />
      {isThere && (
        <Box {...inner} y={shell.y + pad} tone={isRunning(command) ? 'plain' : 'gone'}>
          {isRunning(command) ? 'service, running' : 'service, stopped'}
        </Box>
      )}
      <Box {...inner} y={shell.y + shell.height - pad - inner.height} tone={tones[layer]} />
      <Words x={inner.x + 12} y={shell.y + shell.height - pad - inner.height / 2}>
        writable layer
      </Words>
      <Words
        x={inner.x + inner.width - 12}
        y={shell.y + shell.height - pad - inner.height / 2}
        anchor="end"
        ink={layer === 'gone' ? 'soft' : 'ink'}
      >
        {layer}
      </Words>
    </>
  )
}

const tones = { 'in use': 'area', kept: 'area', orphaned: 'area', gone: 'gone' } as const satisfies Record<
  Fate,
  string
>

function Store({
  x,
  width,
  path,
  name,
  fate,
  isMounted,
}: {
  x: number
  width: number
  path: string
  name: string
  fate: Fate
  isMounted: boolean
}) {
  const middle = x + width / 2
  const foot = shell.y + shell.height
  const isGone = fate === 'gone'
  return (
    <>
      {isMounted && (
        <>
          <Line d={`M${middle} ${foot}V${foot + 18}M${middle} ${foot + 40}V${store.y}`} isDashed={isGone} />
          <Words x={middle} y={foot + 29} anchor="middle" ink="soft">
            {path}
          </Words>
        </>
      )}
      <Box x={x} y={store.y} width={width} height={store.height} tone={tones[fate]}>
        {name}
      </Box>
      <Words x={middle} y={store.y + store.height + 20} anchor="middle" ink={isGone ? 'soft' : 'ink'}>
        {fate}
      </Words>
    </>
  )
}
