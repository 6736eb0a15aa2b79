type Choice = { readonly value: string; readonly label: string }

type Field = {
  readonly name: string
  readonly label: string
  readonly value: string
  readonly choices: readonly Choice[]
}

/** A field to choose one of several. */
export function Select({ name, label, value, choices }: Field) {
  return (
    <label>
      {label}
      <select name={name}>
        {choices.map((choice) => (
          <option value={choice.value} selected={choice.value === value}>
            {choice.label}
          </option>
        ))}
      </select>
    </label>
  )
}
