Workbench.run()
