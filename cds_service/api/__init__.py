"""HTTP: CDS Hooks requests in, cards or an OperationOutcome out."""
