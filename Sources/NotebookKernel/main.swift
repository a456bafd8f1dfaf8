import CKernel

kernel_start({ error in ThrownError.describe(error) }, { SnapshotProcess.pauseScript() })
SnapshotProcess.serve()
