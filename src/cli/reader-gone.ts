/** Ends a command whose reader has read enough (`| head`): quietly, as the other programs of a pipe do. */
export function endWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit(0)
  })
}
