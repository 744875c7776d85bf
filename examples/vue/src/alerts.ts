import { type InjectionKey, inject, provide, type Ref, ref } from 'vue'

/** What went wrong and belongs to no field. */
export type Alerts = Ref<readonly string[]>

const alertsKey: InjectionKey<Alerts> = Symbol('alerts')

/** Makes the place for what went wrong. */
export const provideAlerts = (): Alerts => {
  const alerts: Alerts = ref([])
  provide(alertsKey, alerts)
  return alerts
}

/** What the page shows as wrong; an empty list takes it away. */
export const useAlerts = (): Alerts => inject(alertsKey, () => ref([]), true)
