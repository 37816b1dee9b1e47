import {
  type Fault,
  images,
  isSigned,
  type RegistryImage,
  taggedImage,
} from '#domain/figures/keyless-signing.ts'
import { Arrow, Box, SvgText } from '../svg-primitives.tsx'

/** The x coordinates of the tag and the two images, and the width of an image. */
export type RegistryColumns = { tag: number; ours: number; other: number; image: number }

const registry = { y: 290, height: 40 }

/** The tag and the images in the registry, each with its signature if it has one. */
export function Registry({ columns, fault }: { columns: RegistryColumns; fault: Fault }) {
  const tagged = taggedImage(fault)
  const middle = registry.y + registry.height / 2
  const foot = registry.y + registry.height
  const otherMiddle = columns.other + columns.image / 2
  return (
    <>
      <SvgText x={0} y={registry.y - 16} color="soft">
        in the registry
      </SvgText>
      <Box x={0} y={registry.y} width={columns.tag} height={registry.height} radius={8} isCode>
        1.4.2
      </Box>
      {tagged === 'ours' ? (
        <Arrow
          points={[
            [columns.tag + 2, middle],
            [columns.ours - 3, middle],
          ]}
          stroke="ink"
        />
      ) : (
        <Arrow
          points={[
            [columns.tag / 2, foot + 2],
            [columns.tag / 2, foot + 14],
            [otherMiddle, foot + 14],
            [otherMiddle, foot + 3],
          ]}
          stroke="ink"
        />
      )}
      <StoredImage x={columns.ours} width={columns.image} image="ours" fault={fault} />
      {tagged === 'other' && (
        <StoredImage x={columns.other} width={columns.image} image="other" fault={fault} />
      )}
    </>
  )
}

function StoredImage({
  x,
  width,
  image,
  fault,
}: {
  x: number
  width: number
  image: RegistryImage
  fault: Fault
}) {
  const isSealed = isSigned(image, fault)
  const middle = { x: x + width / 2, y: registry.y + registry.height / 2 }
  return (
    <>
      <Box x={x} y={registry.y} width={width} height={registry.height} tone={isSealed ? 'area' : 'plain'} />
      <SvgText isCode x={middle.x} y={middle.y - 8} anchor="middle">
        {images[image].digest}
      </SvgText>
      <SvgText x={middle.x} y={middle.y + 9} anchor="middle" color="soft">
        {isSealed ? 'signed' : 'unsigned'}
      </SvgText>
    </>
  )
}
