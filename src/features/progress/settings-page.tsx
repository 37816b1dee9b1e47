import { paths } from '#domain/paths.ts'
import { type Theme, themes } from '#domain/progress/progress.ts'
import { type Role, roleNames, roles } from '#domain/role.ts'
import { selectRole, useRole } from '#store/role.ts'
import { setTheme, useTheme } from '#store/settings.ts'
import { RadioGroup } from '#ui/fields/radio-group.tsx'
import { PageLink } from '#ui/page-link.tsx'
import { ImageStorage } from '../lab/image-storage.tsx'
import { OfflineCopy } from '../offline/offline-copy.tsx'
import { Section } from './section.tsx'
import { Shortcuts } from './shortcuts.tsx'
import { StorageDetails } from './storage-details.tsx'

const depths = {
  beginner: 'From the start: what it is and why it exists.',
  practitioner: 'For those who run it: commands, limits, what goes wrong.',
  manager: 'For those who decide: cost, risk, questions to ask.',
} satisfies Record<Role, string>

const themeNames = {
  light: { text: 'Light', description: 'Dark ink on warm paper.' },
  dark: { text: 'Dark', description: 'Light text on a dark page.' },
  system: { text: 'Auto', description: 'Follows your device.' },
} satisfies Record<Theme, { text: string; description: string }>

/** The settings page: role, theme, keyboard, storage. */
export function SettingsPage() {
  const role = useRole()
  const theme = useTheme()
  return (
    <>
      <h1>Settings</h1>
      <p className="mt-3 max-w-measure">Settings apply to this browser and take effect immediately.</p>
      <div className="needs-script">
        <Section title="Read as">
          <RadioGroup
            variant="list"
            name="The depth that is open first; the others are one click away"
            options={roles.map((value) => ({ value, text: roleNames[value], description: depths[value] }))}
            value={role}
            onValueChange={selectRole}
          />
        </Section>
        <Section title="Theme">
          <RadioGroup
            variant="list"
            name="How the pages look"
            options={themes.map((value) => ({ value, ...themeNames[value] }))}
            value={theme}
            onValueChange={setTheme}
          />
        </Section>
        <Section title="Keyboard">
          <Shortcuts />
        </Section>
      </div>
      <Section title="What this browser stores">
        <StorageDetails />
        <p className="mt-4">
          <PageLink to={paths.progress()}>Back up, restore or reset your progress</PageLink>
        </p>
      </Section>
      <div className="needs-script">
        <Section title="Offline use">
          <OfflineCopy />
        </Section>
      </div>
      <Section title="The lab machine">
        <ImageStorage />
      </Section>
    </>
  )
}
