import {
  type CheckResult,
  checksOf,
  describeVerification,
  type Expectation,
  expectations,
  type Fault,
  faultLabels,
  faults,
  figureStates,
  images,
  isCreated,
  isVerified,
  type Link,
  links,
  type RegistryImage,
  signedImage,
  taggedImage,
  type Verification,
} from '#domain/figures/keyless-signing.ts'
import { RadioGroup } from '#ui/fields/radio-group.tsx'
import { Drawing, type DrawingSize } from '../drawing-area.tsx'
import { DrawnFigure, type FigureProps } from '../drawn-figure.tsx'
import type { FigureDefinition } from '../plate.tsx'
import { Arrow, Box, CheckOrCross, Line, SvgText } from '../svg-primitives.tsx'
import { Registry, type RegistryColumns } from './keyless-signing-registry.tsx'

export function KeylessSigning(props: FigureProps) {
  return <DrawnFigure definition={definition} {...props} />
}

const definition: FigureDefinition<Verification> = {
  id: 'keyless-signing',
  figureStates,
  describeState: describeVerification,
  renderControls: (verification, choose) => (
    <>
      <RadioGroup
        variant="segments"
        name="What goes wrong"
        options={faults.map((value) => ({ value, text: faultLabels[value] }))}
        value={verification.fault}
        onValueChange={(fault) => choose({ ...verification, fault })}
      />
      <RadioGroup
        variant="segments"
        areCode
        name="Expected identity"
        options={expectations.map((value) => ({ value, text: expectationLabels[value] }))}
        value={verification.expectation}
        onValueChange={(expectation) => choose({ ...verification, expectation })}
      />
    </>
  ),
  renderDrawing: (size, verification) => <SignAndVerify size={size} verification={verification} />,
}

const expectationLabels = { ours: images.ours.owner, any: '.*' } satisfies Record<Expectation, string>

const chain = { y: 24, rowHeight: 44, gap: 16 }
const outcomes = { y: 378, rowHeight: 26 }
const height = outcomes.y + outcomes.rowHeight + 12

type Columns = RegistryColumns & { box: number; check: number }

const columnsOf = {
  narrow: { box: 138, check: 164, tag: 56, ours: 86, other: 204, image: 104 },
  wide: { box: 250, check: 310, tag: 90, ours: 150, other: 400, image: 200 },
} satisfies Record<DrawingSize['kind'], Columns>

function SignAndVerify({ size, verification }: { size: DrawingSize; verification: Verification }) {
  const columns = columnsOf[size.kind]
  const { fault, expectation } = verification
  const checks = checksOf(taggedImage(fault), verification)
  return (
    <Drawing size={size} height={height}>
      <SvgText x={0} y={8} isCode color="soft">
        cosign sign
      </SvgText>
      <SvgText x={columns.check} y={8} isCode color="soft">
        cosign verify
      </SvgText>
      {links.map((link, index) => (
        <ChainRow
          key={link}
          link={link}
          index={index}
          fault={fault}
          columns={columns}
          result={checks[link]}
          check={checkTexts[link][expectation]}
        />
      ))}
      <Registry columns={columns} fault={fault} />
      <Line d={`M0 ${outcomes.y - 16}H${size.width}`} stroke="rule" />
      {verificationRows(fault).map(({ reference, image }, index) => (
        <VerificationRow
          key={reference}
          y={outcomes.y + index * outcomes.rowHeight}
          end={size.width}
          reference={reference}
          isPassed={isVerified(image, verification)}
        />
      ))}
    </Drawing>
  )
}

function verificationRows(fault: Fault): { reference: string; image: RegistryImage }[] {
  return [
    { reference: 'app:1.4.2', image: taggedImage(fault) },
    { reference: `app@${images.ours.digest}`, image: 'ours' },
  ]
}

const linkNames = {
  token: 'OIDC token',
  certificate: 'certificate',
  signature: 'signature',
  log: 'log entry',
} satisfies Record<Link, string>

function detailOf(link: Link, fault: Fault): string {
  const { owner, digest } = images[signedImage(fault)]
  return { token: owner, certificate: 'Fulcio, 10 min', signature: digest, log: 'Rekor, public' }[link]
}

const checkTexts = {
  token: { ours: 'issuer: GitHub', any: 'issuer: GitHub' },
  certificate: { ours: 'identity matches', any: 'any identity' },
  signature: { ours: 'fits the digest', any: 'fits the digest' },
  log: { ours: 'logged in time', any: 'logged in time' },
} satisfies Record<Link, Record<Expectation, string>>

/** Something that signing creates, and the check that needs it. */
function ChainRow({
  link,
  index,
  fault,
  columns,
  result,
  check,
}: {
  link: Link
  index: number
  fault: Fault
  columns: Columns
  result: CheckResult
  check: string
}) {
  const y = chain.y + index * (chain.rowHeight + chain.gap)
  const middle = { x: columns.box / 2, y: y + chain.rowHeight / 2 }
  const isThere = isCreated(link, fault)
  const next = links[index + 1]
  return (
    <>
      <Box x={0} y={y} width={columns.box} height={chain.rowHeight} tone={isThere ? 'area' : 'gone'} />
      <SvgText x={middle.x} y={middle.y - 9} anchor="middle" color={isThere ? 'ink' : 'soft'}>
        {linkNames[link]}
      </SvgText>
      <SvgText x={middle.x} y={middle.y + 9} anchor="middle" color="soft">
        {isThere ? detailOf(link, fault) : 'missing'}
      </SvgText>
      {next && isThere && isCreated(next, fault) && (
        <Arrow
          points={[
            [middle.x, y + chain.rowHeight + 1],
            [middle.x, y + chain.rowHeight + chain.gap - 2],
          ]}
          stroke="ink"
        />
      )}
      <Line d={`M${columns.box + 3} ${middle.y}H${columns.check - 4}`} stroke="rule" isDashed={!isThere} />
      {result === 'none' ? (
        <SvgText x={columns.check + 6} y={middle.y} anchor="middle" color="soft">
          –
        </SvgText>
      ) : (
        <CheckOrCross x={columns.check + 6} y={middle.y} kind={result} />
      )}
      <SvgText x={columns.check + 19} y={middle.y} color={result === 'none' ? 'soft' : 'ink'}>
        {check}
      </SvgText>
    </>
  )
}

function VerificationRow({
  y,
  end,
  reference,
  isPassed,
}: {
  y: number
  end: number
  reference: string
  isPassed: boolean
}) {
  return (
    <>
      <SvgText isCode x={0} y={y}>
        {reference}
      </SvgText>
      <CheckOrCross x={end - 78} y={y} kind={isPassed ? 'yes' : 'no'} />
      <SvgText x={end - 66} y={y}>
        {isPassed ? 'verified' : 'refused'}
      </SvgText>
    </>
  )
}
