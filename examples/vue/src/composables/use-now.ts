import { onScopeDispose, type Ref, ref } from 'vue'

/** Epoch ms, a new one each second, for what no store tells of. */
export const useNow = (): Readonly<Ref<number>> => {
  const now = ref(Date.now())
  const timer = setInterval(() => {
    now.value = Date.now()
  }, 1000)
  onScopeDispose(() => clearInterval(timer))
  return now
}
