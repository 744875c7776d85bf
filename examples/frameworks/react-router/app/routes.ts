import { index, type RouteConfig, route } from '@react-router/dev/routes'

export default [
  index('routes/home.tsx'),
  route('api/me', 'routes/me.ts'),
  route('__clerk/*', 'routes/proxy.ts'),
] satisfies RouteConfig
