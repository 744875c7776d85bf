/** Says to a password manager whose password the form is about; nobody sees it. */
export const Owner = ({ identifier }: { readonly identifier: string }) => (
  <input type="text" name="identifier" autoComplete="username" value={identifier} readOnly hidden />
)
