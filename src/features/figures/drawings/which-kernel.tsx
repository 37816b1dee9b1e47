import {
  type Container,
  containers,
  describeScene,
  figureStates,
  isCrashed,
  isStopped,
  type Kernel,
  kernelEventLabels,
  kernelEvents,
  kernelOf,
  kernelVersions,
  runtimes,
  type Scene,
  userlands,
} from '#domain/figures/which-kernel.ts'
import { RadioGroup } from '#ui/fields/radio-group.tsx'
import { Drawing, type DrawingSize } from '../drawing-area.tsx'
import { DrawnFigure, type FigureProps } from '../drawn-figure.tsx'
import type { FigureDefinition } from '../plate.tsx'
import { Arrow, type Bounds, Box, CheckOrCross, HatchedArea, Line, SvgText } from '../svg-primitives.tsx'

export function WhichKernel(props: FigureProps) {
  return <DrawnFigure definition={definition} {...props} />
}

const definition: FigureDefinition<Scene> = {
  id: 'which-kernel',
  figureStates,
  describeState: describeScene,
  renderControls: (scene, choose) => (
    <>
      <RadioGroup
        variant="segments"
        areCode
        name="Runtime of db"
        options={runtimes.map((value) => ({ value, text: value }))}
        value={scene.runtime}
        onValueChange={(runtime) => choose({ ...scene, runtime })}
      />
      <RadioGroup
        variant="segments"
        name="What happens"
        options={kernelEvents.map((value) => ({ value, text: kernelEventLabels[value] }))}
        value={scene.event}
        onValueChange={(event) => choose({ ...scene, event })}
      />
    </>
  ),
  renderDrawing: (size, scene) => <Host size={size} scene={scene} />,
}

const frame = { top: 22, foot: 340, pad: 6 }
const machine = { top: 32, foot: 256 }
const box = { top: 58, height: 76 }
const outcomeY = 156
const guestKernel = { y: 200, height: 48 }
const hostKernel = { y: 288, height: 44 }
const height = frame.foot + 2

function Host({ size, scene }: { size: DrawingSize; scene: Scene }) {
  const gap = size.kind === 'wide' ? 20 : 4
  const width = (size.width - 2 * frame.pad - 2 * gap) / 3
  const xOf = (container: Container) => frame.pad + containers.indexOf(container) * (width + gap)
  return (
    <Drawing size={size} height={height}>
      <SvgText x={0} y={8} color="soft">
        the host
      </SvgText>
      <Box x={0} y={frame.top} width={size.width} height={frame.foot - frame.top} tone="outline" />
      <KernelBar
        kernel="host"
        bounds={{ x: frame.pad, width: size.width - 2 * frame.pad, ...hostKernel }}
        scene={scene}
      />
      {scene.runtime === 'kata' && (
        <VirtualMachine x={xOf('db')} width={width} isWide={size.kind === 'wide'} scene={scene} />
      )}
      {containers.map((container) => (
        <ContainerColumn
          key={container}
          container={container}
          x={xOf(container)}
          width={width}
          scene={scene}
        />
      ))}
    </Drawing>
  )
}

/** The container with its process, the files of its image, and the path of its system calls. */
function ContainerColumn({
  container,
  x,
  width,
  scene,
}: {
  container: Container
  x: number
  width: number
  scene: Scene
}) {
  const kernel = kernelOf(container, scene.runtime)
  const inset = kernel === 'guest' ? 5 : 0
  const middle = x + width / 2
  const isGone = isStopped(container, scene)
  const isCause = container === 'db' && scene.event === 'bug'
  const lineStyle = { stroke: isCause ? 'area' : isGone ? 'strong' : 'ink', isHeavy: isCause } as const
  const inner = { x: x + inset, width: width - 2 * inset }
  return (
    <>
      <Box {...inner} y={box.top} height={box.height} tone={isGone ? 'gone' : 'outline'} />
      <Box
        x={inner.x + 6}
        y={box.top + 8}
        width={inner.width - 12}
        height={32}
        tone={isGone ? 'gone' : 'area'}
        isCode
      >
        {container}
      </Box>
      <SvgText x={middle} y={box.top + 58} anchor="middle" color="soft">
        {userlands[container]}
      </SvgText>
      <Line d={`M${middle} ${box.top + box.height}V${outcomeY - 11}`} {...lineStyle} />
      <Outcome container={container} x={middle} scene={scene} />
      <Arrow
        points={[
          [middle, outcomeY + 10],
          [middle, (kernel === 'guest' ? guestKernel.y : hostKernel.y) - 2],
        ]}
        {...lineStyle}
      />
    </>
  )
}

/** The output of `uname -r` in the container, or whether it is still running. */
function Outcome({ container, x, scene }: { container: Container; x: number; scene: Scene }) {
  if (scene.event === 'uname')
    return (
      <SvgText isCode x={x} y={outcomeY} anchor="middle" fontSize={11}>
        {kernelVersions[kernelOf(container, scene.runtime)]}
      </SvgText>
    )
  const isGone = isStopped(container, scene)
  return (
    <>
      <CheckOrCross x={x - 28} y={outcomeY} kind={isGone ? 'no' : 'yes'} />
      <SvgText x={x - 16} y={outcomeY}>
        {isGone ? 'stops' : 'runs'}
      </SvgText>
    </>
  )
}

/** The virtual machine of db. To the host it is a process, QEMU, that makes system calls to the host’s kernel. */
function VirtualMachine({
  x,
  width,
  isWide,
  scene,
}: {
  x: number
  width: number
  isWide: boolean
  scene: Scene
}) {
  const isGone = isCrashed('guest', scene)
  const middle = x + width / 2
  return (
    <>
      <Box
        x={x}
        y={machine.top}
        width={width}
        height={machine.foot - machine.top}
        tone={isGone ? 'gone' : 'plain'}
      />
      <SvgText x={middle} y={machine.top + 12} anchor="middle" color="soft">
        VM
      </SvgText>
      <KernelBar
        kernel="guest"
        bounds={{ x: x + 5, width: width - 10, ...guestKernel }}
        scene={scene}
        isShort={!isWide}
        isStacked
      />
      <Arrow
        points={[
          [middle, machine.foot + 2],
          [middle, hostKernel.y - 3],
        ]}
        stroke={isGone ? 'strong' : 'ink'}
      />
      <SvgText x={middle - 8} y={(machine.foot + hostKernel.y) / 2 - 1} anchor="end" color="soft">
        QEMU
      </SvgText>
    </>
  )
}

/** The kernel’s name and version, side by side or stacked. */
function KernelBar({
  kernel,
  bounds,
  scene,
  isStacked = false,
  isShort = false,
}: {
  kernel: Kernel
  bounds: Bounds
  scene: Scene
  isStacked?: boolean
  isShort?: boolean
}) {
  const { x, y, width, height } = bounds
  const isDown = isCrashed(kernel, scene)
  const middle = { x: x + width / 2, y: y + height / 2 }
  const version = isDown ? 'panic' : kernelVersions[kernel]
  return (
    <>
      <Box {...bounds} tone={isDown ? 'gone' : 'sunk'} />
      {isDown && <HatchedArea {...bounds} />}
      <SvgText
        x={isStacked ? middle.x : x + 12}
        y={isStacked ? middle.y - 9 : middle.y}
        anchor={isStacked ? 'middle' : 'start'}
        hasOutline={isDown}
      >
        {isShort ? 'kernel' : `${kernel}’s kernel`}
      </SvgText>
      <SvgText
        isCode={!isDown}
        x={isStacked ? middle.x : x + width - 12}
        y={isStacked ? middle.y + 9 : middle.y}
        anchor={isStacked ? 'middle' : 'end'}
        color={isDown ? 'ink' : 'soft'}
        hasOutline={isDown}
      >
        {version}
      </SvgText>
    </>
  )
}
