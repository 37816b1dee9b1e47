// @vitest-environment jsdom
import { act, render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { GhostWeight } from '#features/figures/drawings/ghost-weight.tsx'
import { setStageClosed } from '#store/stage.ts'

/** A fake IntersectionObserver that reports which elements are above the reading line. */
class FakeObserver {
  static all: FakeObserver[] = []
  targets: Element[] = []
  callback: IntersectionObserverCallback
  constructor(callback: IntersectionObserverCallback) {
    this.callback = callback
    FakeObserver.all.push(this)
  }
  observe = (target: Element) => void this.targets.push(target)
  disconnect = () => void FakeObserver.all.splice(FakeObserver.all.indexOf(this), 1)
}

function scrollPast(...states: string[]) {
  act(() => {
    for (const observer of [...FakeObserver.all]) {
      const entries = observer.targets.map((target) => ({
        target,
        isIntersecting: states.includes((target as HTMLElement).dataset.mark ?? ''),
      }))
      // An entry has only the properties that the code reads.
      observer.callback(entries as IntersectionObserverEntry[], observer as unknown as IntersectionObserver)
    }
  })
}

beforeEach(() => {
  vi.stubGlobal('IntersectionObserver', FakeObserver)
  // jsdom has no layout. A place in a closed depth has no box, although the figure is shown on the stage.
  Element.prototype.checkVisibility = function () {
    return !this.matches('[data-closed]')
  }
})
afterEach(() => {
  FakeObserver.all = []
  setStageClosed(false)
  vi.unstubAllGlobals()
})

function renderLesson({ isOnStage = true, isFigureDepthClosed = false } = {}) {
  render(
    <div data-text="images.x">
      <div className="figure-place" data-closed={isFigureDepthClosed || undefined}>
        <div data-island="figure ghost-weight" className={isOnStage ? 'absolute' : ''}>
          <style>{'.absolute { position: absolute }'}</style>
          <GhostWeight state="add" />
        </div>
      </div>
      <figure data-mark="delete" />
      <details>
        <figure data-mark="chain" />
      </details>
    </div>,
  )
  const [figure] = screen.getAllByRole('figure')
  if (!figure) throw new Error('there is no figure')
  return {
    figure,
    description: () => figure.querySelector('.plate-description')?.textContent,
    live: () => figure.querySelector('.plate-description')?.getAttribute('aria-live'),
  }
}

test('the lesson chooses the state in which a figure opens', () => {
  const { description } = renderLesson()
  expect(description()).toContain('lays a second layer')
})

test('on the stage the figure shows the state of the last mark passed, and of an opened answer', () => {
  const { description } = renderLesson()
  scrollPast('delete')
  expect(description()).toContain('lays a third layer')
  scrollPast('delete', 'chain')
  expect(description()).toContain('One RUN makes and removes')
  scrollPast()
  expect(description()).toContain('lays a second layer')
})

test('a state that comes by scrolling is not announced; one that the reader chooses is', async () => {
  const { figure, live } = renderLesson()
  expect(live()).toBe('polite')
  scrollPast('delete')
  expect(live()).toBe('off')
  await userEvent.click(within(figure).getByRole('radio', { name: 'FROM' }))
  expect(live()).toBe('polite')
})

test('a choice holds until the reader reaches another mark', async () => {
  const { figure, description } = renderLesson()
  scrollPast('delete')
  await userEvent.click(within(figure).getByRole('radio', { name: 'FROM' }))
  scrollPast('delete')
  expect(description()).toContain('The base image')
  scrollPast('delete', 'chain')
  expect(description()).toContain('One RUN makes and removes')
})

test('if the depth of the figure is closed, it opens in the first state of the open text', () => {
  const { description } = renderLesson({ isFigureDepthClosed: true })
  scrollPast()
  expect(description()).toContain('lays a third layer')
  scrollPast('delete', 'chain')
  expect(description()).toContain('One RUN makes and removes')
  scrollPast()
  expect(description()).toContain('lays a third layer')
})

test('a choice before the first mark is kept when that mark is reached, and its state was shown already', async () => {
  const { figure, description } = renderLesson({ isFigureDepthClosed: true })
  scrollPast()
  await userEvent.click(within(figure).getByRole('radio', { name: 'FROM' }))
  scrollPast('delete')
  expect(description()).toContain('The base image')
})

test('off the stage, the figure stays as the reader left it', () => {
  const { description } = renderLesson({ isOnStage: false })
  scrollPast('delete', 'chain')
  expect(description()).toContain('lays a second layer')
})

test('the stage is closed and opened by one button, which keeps the focus; the choice is stored', async () => {
  Element.prototype.scrollIntoView = vi.fn()
  const { figure } = renderLesson()
  await userEvent.click(within(figure).getByRole('button', { name: 'Show in the text' }))
  expect(document.documentElement).toHaveAttribute('data-stage', 'closed')
  expect(localStorage.getItem('docker-mastery.stage')).toBe('closed')
  const back = within(figure).getByRole('button', { name: 'Show beside the text' })
  expect(back).toHaveFocus()
  await userEvent.click(back)
  expect(document.documentElement).not.toHaveAttribute('data-stage')
  expect(localStorage.getItem('docker-mastery.stage')).toBeNull()
})

test('a still figure is only its drawing, in the requested state', () => {
  const { container } = render(<GhostWeight state="delete" isStill />)
  expect(screen.queryByRole('radio')).toBeNull()
  expect(container.querySelectorAll('svg.plate-drawing')).toHaveLength(1)
  expect(container).toHaveTextContent('.wh.big')
})
