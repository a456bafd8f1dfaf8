print("flowbook")
