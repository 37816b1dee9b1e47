import { index, layout, type RouteConfig, route } from '@react-router/dev/routes'

/** Excluded from builds; `npm run dev` sets this mode. */
const developmentOnly =
  process.env.NODE_ENV === 'development' ? [route('workbench', 'routes/workbench.tsx')] : []

export default [
  layout('layout/shell.tsx', [
    index('routes/home.tsx'),
    route('summary', 'routes/summary.tsx'),
    route('brief/:area', 'routes/brief.tsx'),
    route('quiz', 'routes/quiz.tsx'),
    route('quiz/:area', 'routes/area-quiz.tsx'),
    route('labs', 'routes/labs.tsx'),
    route('labs/:lab', 'routes/lab.tsx'),
    route('a', 'routes/quiz-link.tsx'),
    route('instructor', 'routes/instructor.tsx'),
    route('progress', 'routes/progress.tsx'),
    route('search', 'routes/search.tsx'),
    route('start/:primer', 'routes/primer.tsx'),
    route('glossary', 'routes/glossary.tsx'),
    route('settings', 'routes/settings.tsx'),
    route('about', 'routes/about.tsx'),
    route('404', 'routes/not-found.tsx'),
    ...developmentOnly,
    route(':area', 'routes/area.tsx'),
    route(':area/:topic', 'routes/lesson.tsx'),
  ]),
] satisfies RouteConfig
