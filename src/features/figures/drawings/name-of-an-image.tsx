import { controlText } from '#domain/figures/figure-state.ts'
import { type ImageName, type NamePart, parseImageName } from '#domain/figures/image-name.ts'
import {
  describeFilledIn,
  describeName,
  domainSigns,
  figureStates,
  isHostWithoutSlash,
  maxNameLength,
} from '#domain/figures/name-of-an-image.ts'
import { RadioGroup } from '#ui/fields/radio-group.tsx'
import { TextField } from '#ui/fields/text-field.tsx'
import { verbatimInputProps } from '#ui/verbatim-input-props.ts'
import { Drawing, type DrawingSize } from '../drawing-area.tsx'
import { DrawnFigure, type FigureProps } from '../drawn-figure.tsx'
import type { FigureDefinition } from '../plate.tsx'
import { Box, CheckOrCross, HatchedArea, Line, SvgText } from '../svg-primitives.tsx'

export function NameOfAnImage(props: FigureProps) {
  return <DrawnFigure definition={definition} {...props} />
}

const definition: FigureDefinition<string> = {
  id: 'name-of-an-image',
  figureStates,
  describeState: describeName,
  renderControls: (text, choose) => (
    <>
      <RadioGroup
        variant="segments"
        name="Example"
        options={figureStates.map(({ label, value }) => ({ value, text: controlText(label) }))}
        value={text}
        onValueChange={choose}
      />
      <div className="w-full">
        <TextField
          {...verbatimInputProps}
          translate="no"
          name="Name of an image"
          value={text}
          maxLength={maxNameLength}
          aria-invalid={parseImageName(text).problem !== undefined}
          className="font-mono text-sm"
          onValueChange={choose}
        />
      </div>
    </>
  ),
  renderDrawing: (size, text) => <NameRows size={size} text={text} />,
}

const rowHeight = 56
const box = { x: 70, height: 28 }
const outcomeY = 4 * rowHeight + 12
const height = outcomeY + 16

function NameRows({ size, text }: { size: DrawingSize; text: string }) {
  const name = parseImageName(text)
  return (
    <Drawing size={size} height={height}>
      {rowsOf(text, name).map((row, index) => (
        <PartRow
          key={row.part}
          size={size}
          row={row}
          y={index * rowHeight}
          isRefused={name.problem?.part === row.part}
        />
      ))}
      <Line d={`M0 ${outcomeY - 16}H${size.width}`} stroke="rule" />
      <CheckOrCross x={5} y={outcomeY} kind={name.problem ? 'no' : 'yes'} />
      <SvgText x={18} y={outcomeY}>
        {name.problem ? 'refused' : describeFilledIn(name)}
      </SvgText>
    </Drawing>
  )
}

/** `filledIn` is the text that Docker added to the part, at its beginning or as a whole. */
type Row = { part: NamePart; sign: string; filledIn: string; typed: string; note: string }

function rowsOf(text: string, name: ImageName): Row[] {
  const { domain, path, tag, digest, domainSign, isLibraryFilledIn, isTagFilledIn } = name
  const typedPath = isLibraryFilledIn ? path.slice('library/'.length) : path
  return [
    {
      part: 'domain',
      sign: '',
      filledIn: domainSign === undefined ? domain : '',
      typed: domainSign === undefined ? '' : domain,
      note: domainNote(text, name),
    },
    {
      part: 'path',
      sign: '/',
      filledIn: isLibraryFilledIn ? 'library/' : '',
      typed: typedPath,
      note: isHostWithoutSlash(text) ? 'no slash, so no host' : '',
    },
    {
      part: 'tag',
      sign: ':',
      filledIn: isTagFilledIn ? 'latest' : '',
      typed: isTagFilledIn ? '' : (tag ?? ''),
      note: digest === undefined ? 'may move' : tag === undefined ? 'not needed' : 'for people',
    },
    {
      part: 'digest',
      sign: '@',
      filledIn: '',
      typed: digest ?? '',
      note: digest === undefined ? '' : 'cannot move',
    },
  ]
}

function domainNote(text: string, { domain, domainSign }: ImageName): string {
  if (domain === '') return 'the first part can’t be a host'
  if (domainSign) return domainSigns[domainSign] ?? 'the hub’s old name'
  return text.includes('/') ? 'no dot or port before the slash' : 'there is no slash'
}

/** Typed text is tinted; text that Docker added is hatched and has a dashed border. */
function PartRow({
  size,
  row: { part, sign, filledIn, typed, note },
  y,
  isRefused,
}: {
  size: DrawingSize
  row: Row
  y: number
  isRefused: boolean
}) {
  const width = size.width - box.x
  const middle = y + box.height / 2
  const letterWidth = size.fontSize * 0.602
  const fits = Math.floor((width - 20) / letterWidth) - filledIn.length
  const filledWidth = filledIn === '' ? 0 : filledIn.length * letterWidth + (typed === '' ? 20 : 14)
  const isEmpty = filledIn === '' && typed === ''
  return (
    <>
      <SvgText x={0} y={middle} color="soft">
        {part}
      </SvgText>
      <SvgText x={box.x - 10} y={middle} anchor="end" color="soft" isCode>
        {sign}
      </SvgText>
      {isEmpty && <Box x={box.x} y={y} width={width} height={box.height} tone="gone" />}
      {typed !== '' && (
        <Box x={box.x + filledWidth} y={y} width={width - filledWidth} height={box.height} tone="area" />
      )}
      {filledIn !== '' && (
        <>
          <Box x={box.x} y={y} width={typed === '' ? width : filledWidth} height={box.height} tone="hidden" />
          <HatchedArea x={box.x} y={y} width={typed === '' ? width : filledWidth} height={box.height} />
        </>
      )}
      <SvgText x={box.x + 8} y={middle} isCode hasOutline={filledIn !== ''}>
        {filledIn}
      </SvgText>
      <SvgText x={box.x + filledWidth + 8} y={middle} isCode>
        {shortenMiddle(typed, fits)}
      </SvgText>
      {isEmpty && (
        <SvgText x={box.x + 8} y={middle} color="soft">
          none
        </SvgText>
      )}
      {isRefused && <CheckOrCross x={box.x + 5} y={y + box.height + 11} kind="no" />}
      <SvgText x={box.x + (isRefused ? 16 : 0)} y={y + box.height + 11} color={isRefused ? 'ink' : 'soft'}>
        {isRefused ? 'not allowed like this' : note}
      </SvgText>
    </>
  )
}

function shortenMiddle(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text
  const half = Math.floor((maxLength - 1) / 2)
  return `${text.slice(0, half)}…${text.slice(-half)}`
}
