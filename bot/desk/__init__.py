"""What people answer: questions, their numbers and the ledger that proves none was lost."""
