"""What changes in meetings and sign-ups. Every function is one step that happens whole or not at all."""
