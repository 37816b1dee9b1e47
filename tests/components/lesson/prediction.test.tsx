// @vitest-environment jsdom
import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { Prediction } from '#features/lesson/prediction.tsx'

function renderPrediction({ hasPredictions = true } = {}) {
  render(
    <Prediction question="What does `docker ps` show?">
      {hasPredictions && (
        <ul>
          {'\n'}
          <li>Nothing</li>
          <li>One row</li>
        </ul>
      )}
      {'\n'}
      <p>One container is running.</p>
    </Prediction>,
  )
  return { details: document.querySelector('details') }
}

test('the question names its predictions, and the answer is closed', () => {
  const { details } = renderPrediction()
  expect(screen.getByRole('list', { name: 'What does docker ps show?' })).toBeInTheDocument()
  expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual(['Nothing', 'One row'])
  expect(details).not.toHaveAttribute('open')
})

test('selecting a prediction by keyboard opens the answer, moves the focus there and marks the selection', async () => {
  const { details } = renderPrediction()
  await userEvent.tab()
  await userEvent.keyboard('{Enter}')
  expect(details).toHaveAttribute('open')
  expect(screen.getByRole('group', { name: 'The answer' })).toHaveFocus()
  expect(screen.getByRole('button', { name: /Nothing\s*Your prediction/ })).toBePressed()
})

test('after the answer a prediction can no longer be changed', async () => {
  renderPrediction()
  await userEvent.click(screen.getByRole('button', { name: 'One row' }))
  const other = screen.getByRole('button', { name: 'Nothing' })
  expect(other).toHaveAttribute('aria-disabled', 'true')
  await userEvent.click(other)
  expect(other).not.toBePressed()
  expect(screen.getByRole('button', { name: /One row/ })).toBePressed()
})

test('without predictions there is only the answer to show', () => {
  renderPrediction({ hasPredictions: false })
  expect(screen.queryByRole('button')).toBeNull()
  expect(screen.getByText('Show the answer')).toBeInTheDocument()
})
