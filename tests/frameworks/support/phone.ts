import { createContext, Script } from 'node:vm'
import { createExpo, createNativeModules, type Send } from './native-modules.ts'
import { createScreen } from './native-views.ts'

interface CallableModules {
  readonly RCTDeviceEventEmitter: { emit(name: string, values: unknown[]): void }
  readonly AppRegistry: { runApplication(name: string, parameters: object): void }
}

/**
 * Once Expo begins to put globals of its own in the place of React Native's, it gets no further:
 * it does so by getters, and begins with `TextDecoder`.
 */
const leaveOutExpo = `{
  const { defineProperty } = Object
  let isExpo = false
  Object.defineProperty = (target, name, descriptor) => {
    isExpo ||= target === globalThis && name === 'TextDecoder'
    const isLeftOut = isExpo && target === globalThis && 'get' in descriptor
    return isLeftOut ? target : defineProperty(target, name, descriptor)
  }
}`

/** What is on a telephone before and after an application runs there. */
export interface Phone {
  /** What its secure storage keeps. */
  readonly kept: Map<string, string>
  /** Its network. */
  readonly send: Send
  /** Globals as Expo makes them, or only what React Native has. */
  readonly globals: 'Expo' | 'React Native'
}

/**
 * Starts an application: a bundle of Metro's, in a world that has nothing of a browser’s or of
 * Node.js but timers, as Hermes has it.
 */
export const startOn = ({ kept, send, globals }: Phone, bundle: Script) => {
  const screen = createScreen()
  let isRunning = true
  const errors: unknown[] = []
  const factories = new Map<string, () => unknown>()
  const callable = <Name extends keyof CallableModules>(name: Name) =>
    // as: React Native registers them by these names
    factories.get(name)?.() as CallableModules[Name]
  const emit = (name: string, values: unknown[]) => {
    if (isRunning) callable('RCTDeviceEventEmitter').emit(name, values)
  }
  const modules = createNativeModules(send, emit)
  const report = (...values: unknown[]) => void errors.push(values)
  const context = createContext({
    setTimeout: (run: () => void, ms: number) => setTimeout(() => isRunning && run(), ms),
    clearTimeout,
    requestAnimationFrame: setImmediate,
    TextEncoder,
    performance: { now: () => performance.now() },
    console: { ...console, log: () => {}, warn: report, error: report },
    nativeFabricUIManager: screen.manager,
    nativeModuleProxy: {},
    __turboModuleProxy: (name: string) => modules[name] ?? null,
    expo: createExpo(send, kept),
    RN$Bridgeless: true,
    RN$useAlwaysAvailableJSErrorHandling: true,
    RN$handleException: report,
    RN$registerCallableModule: (name: string, factory: () => unknown) =>
      factories.set(name, factory),
  })
  const run = (code: string): unknown => new Script(code).runInContext(context)
  run('globalThis.global = globalThis.window = globalThis.self = globalThis')
  if (globals === 'React Native') run(leaveOutExpo)
  bundle.runInContext(context)
  callable('AppRegistry').runApplication('main', { rootTag: 1, initialProps: {}, fabric: true })
  const end = () => {
    isRunning = false
  }
  return { ...screen, errors, run, end }
}
