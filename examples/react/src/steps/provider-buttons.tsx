import type { OAuthStrategy } from '@clientele/core'
import { providers } from '@clientele/example-shared'
import type { ReactNode } from 'react'
import { Button } from '../parts/button.tsx'

interface ProviderButtonsProps {
  readonly onChoose: (strategy: OAuthStrategy) => void
  /** Whatever else leads in without typing. */
  readonly children?: ReactNode
}

export const ProviderButtons = ({ onChoose, children }: ProviderButtonsProps) => (
  <div className="providers">
    <p className="hint">Or continue with</p>
    <div className="actions">
      {providers.map(({ strategy, name }) => (
        <Button key={strategy} onPress={() => onChoose(strategy)}>
          {name}
        </Button>
      ))}
      {children}
    </div>
  </div>
)
