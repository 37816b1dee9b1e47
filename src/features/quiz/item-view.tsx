import type { Item } from '#domain/quiz/item.ts'
import type { ViewProps } from './views/item-view-props.ts'
import { LineView } from './views/line-view.tsx'
import { MatchView } from './views/match-view.tsx'
import { MultiView, SingleView } from './views/option-views.tsx'
import { OrderView } from './views/order-view.tsx'
import { ShortView } from './views/short-view.tsx'
import { TraceView } from './views/trace-view.tsx'

/** Maps each kind of item to its view; a new kind does not compile without one. */
export function ItemView({ item, ...props }: ViewProps<Item>) {
  switch (item.kind) {
    case 'single':
      return <SingleView item={item} {...props} />
    case 'multi':
      return <MultiView item={item} {...props} />
    case 'short':
      return <ShortView item={item} {...props} />
    case 'order':
      return <OrderView item={item} {...props} />
    case 'line':
      return <LineView item={item} {...props} />
    case 'match':
      return <MatchView item={item} {...props} />
    case 'trace':
      return <TraceView item={item} {...props} />
    default:
      return item satisfies never
  }
}
