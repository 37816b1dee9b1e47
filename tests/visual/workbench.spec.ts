import { expect, test } from '@playwright/test'
import { sampleItems } from '#app/workbench/sample-items.ts'
import { figures } from '#domain/figures/figure-ids.ts'
import { check, giveAnswer } from '#tests/support/give-answer.ts'
import { openStill } from './still-page.ts'
import { workbenchAddress } from './workbench-address.ts'

// Not our own `test`: a development server makes other requests and logs more than the built site.
for (const [index, item] of Object.values(sampleItems).entries()) {
  test(`an item of the kind ${item.kind} looks unchanged: unanswered, answered wrongly, answered right`, async ({
    page,
  }) => {
    await openStill(page, workbenchAddress)
    const place = page.getByRole('region', { name: 'Quick check' }).locator(':scope > ol > li').nth(index)
    await expect.soft(place).toHaveScreenshot(['items', `${item.kind}-asked.png`])
    for (const [name, isRight] of Object.entries({ wrong: false, right: true })) {
      await giveAnswer(place, item, isRight)
      await check(place, 'Fairly sure')
      await expect.soft(place).toHaveScreenshot(['items', `${item.kind}-${name}.png`])
      await place.getByRole('button', { name: 'Answer again' }).click()
    }
  })
}

for (const id of Object.keys(figures)) {
  test(`the figure ${id} looks unchanged in each of its states`, async ({ page }) => {
    await openStill(page, workbenchAddress)
    const figure = page.locator(`figure[data-figure="${id}"]`)
    await expect.soft(figure).toHaveScreenshot(['figures', `${id}.png`])
    for (const [index, choice] of (await figure.getByRole('radio').all()).entries()) {
      await choice.check()
      await expect.soft(figure).toHaveScreenshot(['figures', `${id}-${index + 1}.png`])
    }
  })
}
