import type { ReactNode } from 'react'
import { type Theme, themes } from '#domain/progress/progress.ts'
import { type Role, roleNames, roles } from '#domain/role.ts'
import { selectRole, useRole } from '#store/role.ts'
import { setTheme, useTheme } from '#store/settings.ts'
import { PageLink } from '#ui/page-link.tsx'
import { RadioGroup } from './radio-group.tsx'
import { Section } from './section.tsx'
import { Shortcuts } from './shortcuts.tsx'
import { StorageDetails } from './storage-details.tsx'

const depths = {
  beginner: 'From the start: what it is and why it exists.',
  practitioner: 'For those who run it: commands, limits, what goes wrong.',
  manager: 'For those who decide: cost, risk, questions to ask.',
} satisfies Record<Role, string>

const themeNames = {
  light: { name: 'Light', text: 'Dark ink on warm paper.' },
  dark: { name: 'Dark', text: 'Light text on a dark page.' },
  system: { name: 'Auto', text: 'As your device is set.' },
} satisfies Record<Theme, { name: string; text: string }>

/** Role, theme, and what this browser keeps. */
export function SettingsPage({
  progressAddress,
  labImage,
  keptCourse,
}: {
  progressAddress: string
  keptCourse?: ReactNode
  labImage?: ReactNode
}) {
  const role = useRole()
  const theme = useTheme()
  return (
    <>
      <h1>Settings</h1>
      <p className="mt-3 max-w-measure">They are kept in this browser and take effect at once.</p>
      <div className="needs-script">
        <Section title="Read as">
          <RadioGroup
            legend="The depth that is open first; the others are one click away"
            options={roles.map((value) => ({ value, name: roleNames[value], text: depths[value] }))}
            value={role}
            onValueChange={selectRole}
          />
        </Section>
        <Section title="Theme">
          <RadioGroup
            legend="How the pages look"
            options={themes.map((value) => ({ value, ...themeNames[value] }))}
            value={theme}
            onValueChange={setTheme}
          />
        </Section>
        <Section title="Keyboard">
          <Shortcuts hasLabs={Boolean(labImage)} />
        </Section>
      </div>
      <Section title="What this browser keeps">
        <StorageDetails />
        <p className="mt-4">
          <PageLink to={progressAddress}>Back up, restore or reset your progress</PageLink>
        </p>
      </Section>
      {keptCourse && (
        <div className="needs-script">
          <Section title="Without a network">{keptCourse}</Section>
        </div>
      )}
      {labImage && <Section title="The machine of the labs">{labImage}</Section>}
    </>
  )
}
